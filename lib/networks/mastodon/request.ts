import { z } from "zod";

import type { Candidate, JsonObject, Published } from "../contract/remote.ts";
import { plainText } from "./plain-text.ts";
import type { StatusAnswer } from "./wire.ts";

const sent = z.object({
  key: z.string(),
  body: z
    .object({
      status: z.string(),
      visibility: z.string().optional(),
      media_ids: z.array(z.string()).default([]),
      spoiler_text: z.string().default(""),
      in_reply_to_id: z.string().optional(),
      poll: z.object({ options: z.array(z.string()) }).optional(),
    })
    .loose(),
});

/** Returns the key and the unchanged body of a stored request. */
export function sentIn(request: JsonObject): { key: string; body: JsonObject } {
  const { key } = sent.parse(request);
  return { key, body: z.record(z.string(), z.json()).parse(request["body"]) };
}

export type Content = z.infer<typeof sent>["body"];

export function contentIn(request: JsonObject): Content {
  return sent.parse(request).body;
}

export function publishedAs(status: StatusAnswer): Published {
  const { id } = status;
  return { remoteId: id, reference: { id }, url: addressOf(status) };
}

/** Returns the web address of a post; empty if it has none. */
export function addressOf({ uri, url }: Pick<StatusAnswer, "uri" | "url">): string {
  return url ?? (/^https?:/i.test(uri) ? uri : "");
}

export function candidateOf(status: StatusAnswer): Candidate {
  const at = new Date(status.created_at).toISOString();
  return { ...publishedAs(status), text: plainText(status.content), at };
}
