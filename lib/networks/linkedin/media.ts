import { openImage } from "../../images/open-image.ts";
import type { OutgoingPart } from "../contract/connector.ts";
import type { EncodedImage, Session } from "../contract/session.ts";
import { callAs, upload, type Answer } from "./call.ts";
import type { LinkedInSettings } from "./settings.ts";
import { uploadAnswer } from "./wire.ts";

/** Time for uploading all images of one part: the lease must leave time for the post itself. */
const budgetMs = 75_000;
const uploadMs = 60_000;

export interface UploadedImage {
  readonly id: string;
  readonly altText?: string;
}

/** Uploads the images. Repeating it is harmless, because LinkedIn deletes images that no post uses. */
export async function uploadImages(
  session: Session,
  settings: LinkedInSettings,
  images: OutgoingPart["images"],
): Promise<Answer<UploadedImage[]>> {
  const began = session.now().getTime();
  const uploaded: UploadedImage[] = [];
  for (const { mediaId, alt } of images) {
    const leftMs = budgetMs - (session.now().getTime() - began);
    if (leftMs <= 0) return { kind: "not-sent", detail: "LinkedIn took too long over the images." };
    const file = await asTaken(await session.image(mediaId));
    const answer = await uploadImage(session, settings, file, leftMs);
    if (answer.kind !== "ok") return answer;
    const altText = alt.trim();
    uploaded.push({ id: answer.value, ...(altText ? { altText } : {}) });
  }
  return { kind: "ok", value: uploaded, headers: new Headers() };
}

type File = Pick<EncodedImage, "bytes" | "type">;

/** Converts WebP to PNG: LinkedIn accepts JPEG, PNG and GIF. */
async function asTaken({ bytes, type }: EncodedImage): Promise<File> {
  if (type !== "image/webp") return { bytes, type };
  const image = await openImage(bytes);
  return { bytes: await image.png().toBuffer(), type: "image/png" };
}

/**
 * Uploads an image and returns its URN. Members may not ask whether it is ready, so that shows only when a
 * post uses it.
 */
export async function uploadImage(
  session: Session,
  settings: LinkedInSettings,
  { bytes, type }: File,
  leftMs = budgetMs,
): Promise<Answer<string>> {
  const begun = await callAs(session, settings, {
    method: "POST",
    path: "/rest/images?action=initializeUpload",
    body: { initializeUploadRequest: { owner: session.account.remoteId } },
    shape: uploadAnswer,
  });
  if (begun.kind !== "ok") return begun;
  const { uploadUrl, image } = begun.value.value;
  const timeoutMs = Math.min(uploadMs, leftMs);
  const sent = await upload(session, settings, uploadUrl, { bytes, type, timeoutMs });
  return sent.kind === "ok" ? { ...sent, value: image } : sent;
}
