import type { JsonObject } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { readLinkPage, readLinkPicture } from "../kit/link-page.ts";
import type { Answer } from "./exchange.ts";
import { uploadImage } from "./images.ts";

const thumb = { side: 1200, quality: 80 } as const;
const maxThumbBytes = 1_000_000;

/**
 * Makes the preview card of a link, which on this network is the client's task. If the page or its image
 * fails, the card or the image is omitted, so that a post never waits for a website.
 */
export async function linkCard(
  session: Session,
  uri: string,
): Promise<Answer<JsonObject | undefined>> {
  const page = await readLinkPage(session.http, uri);
  if (!page) return { kind: "ok", value: undefined };
  const picture = page.picture && (await readLinkPicture(session.http, page.picture, thumb));
  const blob =
    picture && picture.length <= maxThumbBytes
      ? await uploadImage(session, { bytes: picture, type: "image/jpeg" })
      : undefined;
  // An expired or invalid session would also prevent publishing.
  if (blob && (blob.kind === "expired" || blob.kind === "reconnect")) return blob;
  const { title, description } = page;
  const external = {
    uri,
    title,
    description,
    ...(blob?.kind === "ok" ? { thumb: blob.value } : {}),
  };
  return { kind: "ok", value: { $type: "app.bsky.embed.external", external } };
}
