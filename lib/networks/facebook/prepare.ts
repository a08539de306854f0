import type { OutgoingPart } from "../contract/connector.ts";
import { countText } from "../contract/limits.ts";
import { firstLink } from "../contract/links.ts";
import type { PrepareOutcome } from "../contract/outcome.ts";
import type { Session } from "../contract/session.ts";
import type { GraphAnswer } from "../kit/graph-call.ts";
import { callAs } from "./call.ts";
import { commentLimit, limits } from "./limits.ts";
import { idIn } from "./request.ts";
import type { FacebookSettings } from "./settings.ts";
import { idAnswer } from "./wire.ts";

const uploadMs = 60_000;

/** Uploads the pictures as unpublished, which Facebook deletes after a day, and builds the request. */
export async function prepare(
  session: Session,
  settings: FacebookSettings,
  { text, images, replyTo }: OutgoingPart,
): Promise<PrepareOutcome> {
  const on = replyTo ? idIn(replyTo.parent) : undefined;
  const problem = problemOf(text, images, on);
  if (problem) return problem;
  const photos: string[] = [];
  for (const image of images) {
    const photo = await upload(session, settings, image);
    if (photo.kind === "unknown") return { kind: "not-sent", detail: photo.detail };
    if (photo.kind !== "ok") return photo;
    photos.push(photo.value);
  }
  const params = on ? commentOf(text, photos) : postOf(text, photos);
  return { kind: "ready", request: { ...(on && { on }), params, text, photos } };
}

function problemOf(
  text: string,
  images: OutgoingPart["images"],
  on: string | undefined,
): Extract<PrepareOutcome, { kind: "refused" }> | undefined {
  const { used, max, isOver } = countText(text, on ? commentLimit : limits.text);
  if (isOver) return { kind: "refused", code: "text-too-long", detail: `${used} of ${max}` };
  return on && images.length > 1
    ? { kind: "refused", code: "invalid", detail: "A comment holds one picture at most." }
    : undefined;
}

/** Builds a post. A post has either pictures or a link preview. */
function postOf(text: string, photos: readonly string[]): Record<string, string> {
  const link = photos.length === 0 ? firstLink(text, false) : undefined;
  const attached = photos.map((photo) => ({ media_fbid: photo }));
  return {
    ...(text && { message: text }),
    ...(link && { link }),
    ...(attached.length > 0 && { attached_media: JSON.stringify(attached) }),
  };
}

function commentOf(text: string, [photo]: readonly string[]): Record<string, string> {
  return { ...(text && { message: text }), ...(photo && { attachment_id: photo }) };
}

async function upload(
  session: Session,
  settings: FacebookSettings,
  { mediaId, alt }: OutgoingPart["images"][number],
): Promise<GraphAnswer<string>> {
  const { bytes, type } = await session.image(mediaId);
  const answer = await callAs(session, settings, {
    method: "POST",
    path: `/${encodeURIComponent(session.account.remoteId)}/photos`,
    params: { published: "false", ...(alt.trim() && { alt_text_custom: alt }) },
    file: { name: "source", file: { bytes, type, fileName: `picture.${type.slice(6)}` } },
    shape: idAnswer,
    timeoutMs: uploadMs,
  });
  return answer.kind === "ok" ? { kind: "ok", value: answer.value.id } : answer;
}
