import { setTimeout as pause } from "node:timers/promises";

import type { OutgoingPart } from "../contract/connector.ts";
import type { EncodedImage, Session } from "../contract/session.ts";
import { multipart, streamedMultipart } from "../kit/multipart.ts";
import { streamOf } from "../kit/request.ts";
import { callAs, type Answer } from "./call.ts";
import type { Failure } from "./failure.ts";
import { mediaAnswer } from "./wire.ts";

/**
 * Time in milliseconds for uploading and processing all images of a part. Large images are processed in the
 * background.
 */
const budgetMs = 75_000;
const firstLookMs = 300;
const longestWaitMs = 3_000;
const uploadMs = 60_000;

/**
 * Uploads images with descriptions and waits until the server has processed them. May be repeated: servers
 * delete uploads that no post uses.
 */
export async function uploadImages(
  session: Session,
  images: OutgoingPart["images"],
): Promise<Answer<string[]>> {
  const began = session.now().getTime();
  const left = () => budgetMs - (session.now().getTime() - began);
  const ids: string[] = [];
  const pending: string[] = [];
  for (const { mediaId, alt } of images) {
    const image = await session.image(mediaId);
    if (left() <= 0) return outOfTime;
    const answer = await upload(session, image, alt, left());
    if (answer.kind !== "ok") return answer;
    ids.push(answer.value.id);
    if (answer.status === 202) pending.push(answer.value.id);
  }
  const failure = await waitFor(session, pending, left);
  return failure ?? { kind: "ok", value: ids, status: 200, headers: new Headers() };
}

const outOfTime: Failure = {
  kind: "not-sent",
  detail: "The server took too long over the files.",
};

async function upload(session: Session, image: EncodedImage, alt: string, leftMs: number) {
  const call = {
    method: "POST",
    shape: mediaAnswer,
    body: form(image, alt),
    timeoutMs: Math.min(uploadMs, leftMs),
  } as const;
  const answer = await callAs(session, { ...call, path: "/api/v2/media" });
  const isMissing = answer.kind === "refused" && [404, 405].includes(answer.httpStatus ?? 0);
  return isMissing ? callAs(session, { ...call, path: "/api/v1/media" }) : answer;
}

const video = { budgetMs: 30 * 60_000, uploadMs: 25 * 60_000, longestWaitMs: 10_000 };

/**
 * Streams a video to the server and waits until it is processed, at most 30 minutes in total. The caller
 * extends the delivery's lease meanwhile.
 */
export async function uploadVideo(
  session: Session,
  { mediaId, alt }: NonNullable<OutgoingPart["video"]>,
): Promise<Answer<string[]>> {
  const began = session.now().getTime();
  const left = () => video.budgetMs - (session.now().getTime() - began);
  const stored = await session.video(mediaId);
  const answer = await callAs(session, {
    method: "POST",
    path: "/api/v2/media",
    shape: mediaAnswer,
    body: streamedMultipart(alt ? { description: alt } : {}, "file", {
      bytes: streamOf(stored),
      type: stored.type,
      fileName: `video.${stored.facts.container}`,
    }),
    timeoutMs: video.uploadMs,
  });
  if (answer.kind === "refused") return { ...answer, code: codeOf(answer) };
  if (answer.kind !== "ok") return answer;
  const { id } = answer.value;
  const pending = answer.status === 202 ? [id] : [];
  const failure = await waitFor(session, pending, left, video.longestWaitMs);
  if (!failure) return { kind: "ok", value: [id], status: 200, headers: new Headers() };
  return failure.kind === "refused" ? { ...failure, code: "video-unreadable" } : failure;
}

function codeOf({ httpStatus, detail, code }: Extract<Failure, { kind: "refused" }>) {
  if (httpStatus === 413 || /file size/i.test(detail)) return "video-too-large" as const;
  return httpStatus === 422 ? ("video-unreadable" as const) : code;
}

/** Waits until all files are processed; returns a failure or undefined. Status 206 means "not yet". */
async function waitFor(
  session: Session,
  pending: readonly string[],
  left: () => number,
  mostMs = longestWaitMs,
): Promise<Failure | undefined> {
  let wait = firstLookMs;
  for (const id of pending) {
    for (;;) {
      const path = `/api/v1/media/${encodeURIComponent(id)}`;
      const answer = await callAs(session, { path, shape: mediaAnswer });
      if (answer.kind === "refused") return { ...answer, code: "image-unreadable" };
      if (answer.kind !== "ok") return answer;
      if (answer.status === 200) break;
      if (left() <= 0) return outOfTime;
      await pause(wait);
      wait = Math.min(wait * 2, mostMs);
    }
  }
  return undefined;
}

const extensions = { "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp" } as const;

function form({ bytes, type }: EncodedImage, description: string) {
  const file = { bytes, type, fileName: `image.${extensions[type]}` };
  return multipart({ ...(description ? { description } : {}), file });
}
