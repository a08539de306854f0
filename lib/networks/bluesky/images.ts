import type { OutgoingPart } from "../contract/connector.ts";
import type { JsonObject } from "../contract/remote.ts";
import type { EncodedImage, Session } from "../contract/session.ts";
import { callAs } from "./call.ts";
import { type Answer } from "./exchange.ts";
import { limits } from "./limits.ts";
import { blobAnswer } from "./wire.ts";

type Blob = JsonObject;

/**
 * Uploads the images of a part shortly before publishing, because the server deletes images that no post
 * uses. May be repeated: the same bytes get the same name.
 */
export async function uploadImages(
  session: Session,
  images: OutgoingPart["images"],
): Promise<Answer<JsonObject>> {
  const embedded: JsonObject[] = [];
  for (const { mediaId, alt } of images.slice(0, limits.images.max)) {
    const image = await session.image(mediaId);
    const uploaded = await uploadImage(session, image);
    if (uploaded.kind !== "ok") return uploaded;
    const { width, height } = image;
    embedded.push({ image: uploaded.value, alt, aspectRatio: { width, height } });
  }
  return { kind: "ok", value: { $type: "app.bsky.embed.images", images: embedded } };
}

export async function uploadImage(
  session: Session,
  { bytes, type }: Pick<EncodedImage, "bytes" | "type">,
): Promise<Answer<Blob>> {
  const detail = `${bytes.length} bytes`;
  if (bytes.length > limits.images.maxBytes)
    return { kind: "refused", code: "image-too-large", detail };
  const answer = await callAs(session, {
    method: "com.atproto.repo.uploadBlob",
    shape: blobAnswer,
    body: { bytes, type },
    timeoutMs: 60_000,
  });
  return answer.kind === "ok" ? { kind: "ok", value: answer.value.blob } : answer;
}
