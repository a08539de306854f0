import type { WebhookNews, Webhooks } from "../contract/webhooks.ts";
import { idIn, isRecord, metaWebhooks, readEntries, Tally } from "../kit/meta-webhooks.ts";

const fields = ["replies", "mentions"];

export const webhooks: Webhooks = {
  ...metaWebhooks,
  fields,
  read: (body) => readEntries(body, "threads", fields) ?? readMessage(body),
};

/**
 * Reads one event in Threads' own envelope, which has a `topic` and no `object`. `target_id` names the
 * profile; a reply also names the owner of the root post.
 */
function readMessage(body: unknown): WebhookNews | undefined {
  if (!isRecord(body) || typeof body["topic"] !== "string") return undefined;
  const tally = new Tally(fields);
  const { values, target_id: target } = body;
  for (const one of Array.isArray(values) ? (values as unknown[]) : [values]) {
    if (!isRecord(one)) {
      tally.ignore("entry");
      continue;
    }
    const field = typeof one["field"] === "string" ? one["field"] : "entry";
    tally.add(idIn(target), [field]);
    const owner = ownerOf(one["value"]);
    if (owner !== undefined && owner !== target) tally.add(owner, [field]);
  }
  return tally.news();
}

function ownerOf(value: unknown): string | undefined {
  const post = isRecord(value) ? value["root_post"] : undefined;
  return isRecord(post) ? idIn(post["owner_id"]) : undefined;
}
