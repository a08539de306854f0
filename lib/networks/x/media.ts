import { setTimeout as sleep } from "node:timers/promises";

import type { TwitterApi } from "twitter-api-v2";
import type { z } from "zod";

import type { OutgoingPart } from "../contract/connector.ts";
import type { Session } from "../contract/session.ts";
import { callAs, type Answer } from "./call.ts";
import type { XSettings } from "./settings.ts";
import { anyAnswer, mediumAnswer } from "./wire.ts";

const segmentBytes = 1_000_000;
/**
 * Time in milliseconds for uploading and processing all images of a part. The rest of the lease is for
 * publishing.
 */
const budgetMs = 75_000;
const [shortestWaitMs, longestWaitMs] = [200, 5_000];
const uploadTimeoutMs = 60_000;
const callTimeoutMs = 20_000;

interface Upload {
  readonly session: Session;
  readonly settings: XSettings;
  readonly leftMs: () => number;
}

/** Uploads each image with its description. X deletes uploads that no post uses within a day. */
export async function uploadImages(
  session: Session,
  settings: XSettings,
  images: OutgoingPart["images"],
): Promise<Answer<string[]>> {
  const began = session.now().getTime();
  const leftMs = () => budgetMs - (session.now().getTime() - began);
  const under = { session, settings, leftMs };
  const ids: string[] = [];
  for (const { mediaId, alt } of images) {
    const uploaded = await upload(under, mediaId);
    if (uploaded.kind !== "ok") return uploaded;
    const described = await describe(under, uploaded.value, alt.trim());
    if (described.kind !== "ok") return described;
    ids.push(uploaded.value);
  }
  return { kind: "ok", value: ids };
}

/** Makes a call within the remaining time; makes none if no time is left. */
async function call<Value>(
  { session, settings, leftMs }: Upload,
  shape: z.ZodType<Value>,
  work: (client: TwitterApi) => Promise<unknown>,
  mostMs = callTimeoutMs,
): Promise<Answer<Value>> {
  const left = leftMs();
  if (left <= 0) return { kind: "not-sent", detail: "X took too long over the images." };
  return callAs(session, settings, shape, work, Math.min(mostMs, left));
}

async function upload(under: Upload, mediaId: string): Promise<Answer<string>> {
  const { bytes, type } = await under.session.image(mediaId);
  const what = { media_type: type, media_category: "tweet_image", total_bytes: bytes.length };
  const begun = await call(under, mediumAnswer, ({ v2 }) =>
    v2.post("media/upload/initialize", what),
  );
  if (begun.kind !== "ok") return begun;
  const { id } = begun.value.data;
  for (let index = 0; index * segmentBytes < bytes.length; index += 1) {
    const media = bytes.subarray(index * segmentBytes, (index + 1) * segmentBytes);
    const path = `media/upload/${id}/append`;
    const segment = { segment_index: index, media };
    const form = { forceBodyMode: "form-data" } as const;
    const send = ({ v2 }: TwitterApi) => v2.post(path, segment, form);
    const sent = await call(under, anyAnswer, send, uploadTimeoutMs);
    if (sent.kind !== "ok") return sent;
  }
  const ended = await call(under, mediumAnswer, ({ v2 }) => v2.post(`media/upload/${id}/finalize`));
  return ended.kind === "ok" ? untilReady(under, ended.value) : ended;
}

type Medium = { data: { id: string; processing_info?: Processing | undefined } };
type Processing = {
  state?: string | undefined;
  check_after_secs?: number | undefined;
  error?: { message?: string | undefined } | undefined;
};

/** Waits until an image is processed. Most are ready at once; else X states when to ask again. */
async function untilReady(under: Upload, ended: Medium): Promise<Answer<string>> {
  let medium = ended;
  for (;;) {
    const { id, processing_info: work } = medium.data;
    if (!work || work.state === "succeeded") return { kind: "ok", value: id };
    if (work.state === "failed")
      return { kind: "refused", code: "image-unreadable", detail: work.error?.message ?? "failed" };
    const waitMs = Math.min((work.check_after_secs ?? 1) * 1000, longestWaitMs, under.leftMs());
    await sleep(Math.max(waitMs, shortestWaitMs));
    const params = { command: "STATUS", media_id: id };
    const seen = await call(under, mediumAnswer, ({ v2 }) => v2.get("media/upload", params));
    if (seen.kind !== "ok") return seen;
    medium = seen.value;
  }
}

async function describe(under: Upload, id: string, text: string): Promise<Answer<unknown>> {
  if (!text) return { kind: "ok", value: undefined };
  const metadata = { alt_text: { text } };
  return call(under, anyAnswer, ({ v2 }) => v2.post("media/metadata", { id, metadata }));
}
