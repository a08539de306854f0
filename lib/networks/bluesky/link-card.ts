import type { Session } from "../contract/connector.ts";
import type { JsonObject } from "../contract/remote.ts";
import { readLinkPage, readLinkPicture } from "../kit/link-page.ts";
import type { Answer } from "./exchange.ts";
import { uploadImage } from "./images.ts";

const thumb = { side: 1200, quality: 80 } as const;
const maxThumbBytes = 1_000_000;

/** The picture and words under a link. The network's clients make it, not its servers. Left out, silently, whatever fails: a post never waits for somebody's website. */
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
  // The session's own troubles are the post's too.
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
