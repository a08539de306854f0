import { z } from "zod";

import type { SubscribeOutcome } from "../contract/outcome.ts";
import type { Session } from "../contract/session.ts";
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
 * Subscribes the app to the account's webhooks. Repeating it changes nothing. Through Facebook the page is
 * subscribed, to any field of pages; the Instagram fields are then set in the app itself.
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
