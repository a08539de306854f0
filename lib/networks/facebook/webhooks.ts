import { z } from "zod";

import type { SubscribeOutcome } from "../contract/outcome.ts";
import type { Session } from "../contract/session.ts";
import type { Webhooks } from "../contract/webhooks.ts";
import { metaWebhooks, readEntries } from "../kit/meta-webhooks.ts";
import { subscribed } from "../kit/subscribed.ts";
import { callAs } from "./call.ts";
import type { FacebookSettings } from "./settings.ts";

const fields = ["feed", "mention", "ratings"];

export const webhooks: Webhooks = {
  ...metaWebhooks,
  fields,
  read: (body) => readEntries(body, "page", fields),
};

/** Subscribes the app to the page's webhooks. Repeating it changes nothing. */
export async function subscribe(
  session: Session,
  settings: FacebookSettings,
): Promise<SubscribeOutcome> {
  const answer = await callAs(session, settings, {
    method: "POST",
    path: `/${encodeURIComponent(session.account.remoteId)}/subscribed_apps`,
    params: { subscribed_fields: fields.join(",") },
    shape: z.object({ success: z.literal(true) }),
  });
  return subscribed(answer);
}
