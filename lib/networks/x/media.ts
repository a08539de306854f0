import { setTimeout as sleep } from "node:timers/promises";

import type { OutgoingPart, Session } from "../connector.ts";
import { callAs, type Answer } from "./call.ts";
import type { XSettings } from "./settings.ts";
import { anything, mediumAnswer } from "./wire.ts";

const segmentBytes = 1_000_000;
const mostLooks = 10;
const longestWaitSeconds = 5;
const uploadTimeoutMs = 60_000;

/** Uploads each image and describes it. X forgets uploads that no post uses within a day. */
export async function uploadImages(
  session: Session,
  settings: XSettings,
  images: OutgoingPart["images"],
): Promise<Answer<string[]>> {
  const ids: string[] = [];
  for (const { mediaId, alt } of images) {
    const uploaded = await upload(session, settings, mediaId);
    if (uploaded.kind !== "ok") return uploaded;
    const described = await describe(session, settings, uploaded.value, alt.trim());
    if (described.kind !== "ok") return described;
    ids.push(uploaded.value);
  }
  return { kind: "ok", value: ids };
}

async function upload(
  session: Session,
  settings: XSettings,
  mediaId: string,
): Promise<Answer<string>> {
  const { bytes, type } = await session.image(mediaId);
  const what = { media_type: type, media_category: "tweet_image", total_bytes: bytes.length };
  const begun = await callAs(session, settings, mediumAnswer, ({ v2 }) =>
    v2.post("media/upload/initialize", what),
  );
  if (begun.kind !== "ok") return begun;
  const { id } = begun.value.data;
  for (let index = 0; index * segmentBytes < bytes.length; index += 1) {
    const media = bytes.subarray(index * segmentBytes, (index + 1) * segmentBytes);
    const sent = await callAs(
      session,
      settings,
      anything,
      ({ v2 }) =>
        v2.post(
          `media/upload/${id}/append`,
          { segment_index: index, media },
          { forceBodyMode: "form-data" },
        ),
      uploadTimeoutMs,
    );
    if (sent.kind !== "ok") return sent;
  }
  const ended = await callAs(session, settings, mediumAnswer, ({ v2 }) =>
    v2.post(`media/upload/${id}/finalize`),
  );
  return ended.kind === "ok" ? untilReady(session, settings, ended.value) : ended;
}

type Medium = { data: { id: string; processing_info?: Processing | undefined } };
type Processing = {
  state?: string | undefined;
  check_after_secs?: number | undefined;
  error?: { message?: string | undefined } | undefined;
};

/** Images are ready at once, as a rule; where X works on one, it says when to look again. */
async function untilReady(
  session: Session,
  settings: XSettings,
  ended: Medium,
): Promise<Answer<string>> {
  let medium = ended;
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const { id, processing_info: work } = medium.data;
    if (!work || work.state === "succeeded") return { kind: "ok", value: id };
    if (work.state === "failed")
      return { kind: "refused", code: "image-unreadable", detail: work.error?.message ?? "failed" };
    await sleep(Math.min(work.check_after_secs ?? 1, longestWaitSeconds) * 1000);
    const params = { command: "STATUS", media_id: id };
    const seen = await callAs(session, settings, mediumAnswer, ({ v2 }) =>
      v2.get("media/upload", params),
    );
    if (seen.kind !== "ok") return seen;
    medium = seen.value;
  }
  return { kind: "not-sent", detail: "X is still working on the image." };
}

async function describe(
  session: Session,
  settings: XSettings,
  id: string,
  text: string,
): Promise<Answer<unknown>> {
  if (!text) return { kind: "ok", value: undefined };
  const metadata = { alt_text: { text } };
  return callAs(session, settings, anything, ({ v2 }) =>
    v2.post("media/metadata", { id, metadata }),
  );
}
