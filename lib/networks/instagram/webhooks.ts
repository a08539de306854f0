import { z } from "zod";

import type { Session } from "../contract/connector.ts";
import type { SubscribeOutcome } from "../contract/outcome.ts";
import type { Webhooks } from "../contract/webhooks.ts";
import { metaWebhooks, readEntries } from "../kit/meta-webhooks.ts";
import { subscribed } from "../kit/subscribed.ts";
import { callAs, isThroughFacebook } from "./call.ts";
import type { InstagramSettings } from "./settings.ts";

const fields = ["comments", "mentions"];

export const webhooks: Webhooks = {
  ...metaWebhooks,
  fields,
  read: (body) => readEntries(body, "instagram", fields),
};

/**
 * Has Instagram send what happens on this account to the app's address. May be done twice. Through Facebook it is
 * the page that has to be subscribed, to whatever field of pages; what is told of Instagram the app chooses.
 */
export async function subscribe(
  session: Session,
  settings: InstagramSettings,
): Promise<SubscribeOutcome> {
  const wanted = isThroughFacebook(session) ? "feed" : fields.join(",");
  const answer = await callAs(session, settings, {
    method: "POST",
    path: "/me/subscribed_apps",
    params: { subscribed_fields: wanted },
    shape: z.object({ success: z.literal(true) }),
  });
  return subscribed(answer);
}
