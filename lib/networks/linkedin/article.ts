import { shortenText } from "../../kernel/cut-text.ts";
import type { JsonObject } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { readLinkPage, readLinkPicture } from "../kit/link-page.ts";
import type { Answer } from "./call.ts";
import { uploadImage } from "./media.ts";
import type { LinkedInSettings } from "./settings.ts";

const thumbnail = { side: 1_200, quality: 80 } as const;
const [longestTitle, longestDescription] = [200, 250];

/**
 * Builds a link preview, because LinkedIn does not read the page itself. There is no preview if the page
 * cannot be read, and no picture if that fails, so that a post does not depend on another website.
 */
export async function articleCard(
  session: Session,
  settings: LinkedInSettings,
  source: string,
): Promise<Answer<JsonObject | undefined>> {
  const headers = new Headers();
  const page = await readLinkPage(session.http, source);
  if (!page) return { kind: "ok", value: undefined, headers };
  const picture = await uploadedPicture(session, settings, page.picture);
  // A problem with the sign-in concerns the post too.
  if (picture?.kind === "expired" || picture?.kind === "reconnect") return picture;
  const description = shortenText(page.description, longestDescription);
  const article = {
    source,
    title: shortenText(page.title, longestTitle),
    ...(description ? { description } : {}),
    ...(picture?.kind === "ok" ? { thumbnail: picture.value } : {}),
  };
  return { kind: "ok", value: { article }, headers };
}

async function uploadedPicture(
  session: Session,
  settings: LinkedInSettings,
  address: string | undefined,
): Promise<Answer<string> | undefined> {
  const bytes = address && (await readLinkPicture(session.http, address, thumbnail));
  return bytes ? uploadImage(session, settings, { bytes, type: "image/jpeg" }) : undefined;
}
