import ogs from "open-graph-scraper";
import type { OgObject } from "open-graph-scraper/types";
import sharp from "sharp";

import { HttpFailure } from "../../kernel/ports.ts";
import type { Session } from "../connector.ts";
import type { JsonObject } from "../remote.ts";
import type { Answer } from "./call.ts";
import { uploadImage } from "./images.ts";

const [maxTitle, maxDescription] = [300, 1000];
const [maxPageBytes, maxPictureBytes] = [2_000_000, 10_000_000];
const thumb = { width: 1200, height: 1200, quality: 80, maxBytes: 1_000_000 } as const;
const timeoutMs = 8_000;

interface Page {
  readonly title: string;
  readonly description: string;
  readonly picture: string | undefined;
}

/** The picture and words under a link. The network's clients make it, not its servers. Left out, silently, whatever fails: a post never waits for somebody's website. */
export async function linkCard(
  session: Session,
  uri: string,
): Promise<Answer<JsonObject | undefined>> {
  const page = await readPage(session, uri);
  if (!page) return { kind: "ok", value: undefined };
  const picture = page.picture ? await readPicture(session, page.picture) : undefined;
  const blob = picture
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

async function readPage(session: Session, uri: string): Promise<Page | undefined> {
  const answer = await read(session, uri, maxPageBytes);
  if (!answer?.headers.get("content-type")?.includes("html")) return undefined;
  const html = answer.body.toString("utf8");
  // Throws its verdict on pages that say nothing.
  const scraped = await ogs({ html, onlyGetOpenGraphInfo: ["image"] }).catch(() => undefined);
  return scraped && !scraped.error ? pageOf(scraped.result, answer.url) : undefined;
}

function pageOf(found: OgObject, address: string): Page | undefined {
  const title = short(found.ogTitle ?? found.twitterTitle ?? "", maxTitle);
  if (!title) return undefined;
  const description = short(found.ogDescription ?? found.twitterDescription ?? "", maxDescription);
  const picture = found.ogImage?.[0]?.url;
  return { title, description, picture: picture && URL.parse(picture, address)?.href };
}

/** Made anew by us: no foreign bytes go out under the account's name. */
async function readPicture(session: Session, uri: string): Promise<Buffer | undefined> {
  const answer = await read(session, uri, maxPictureBytes);
  if (!answer) return undefined;
  try {
    const bytes = await sharp(answer.body, { limitInputPixels: 40_000_000 })
      .rotate()
      .resize({ ...thumb, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#fff" })
      .jpeg({ quality: thumb.quality })
      .toBuffer();
    return bytes.length > thumb.maxBytes ? undefined : bytes;
  } catch {
    return undefined;
  }
}

async function read(session: Session, uri: string, maxBytes: number) {
  try {
    const answer = await session.http.send(uri, { timeoutMs, maxBytes });
    return answer.status === 200 ? answer : undefined;
  } catch (error) {
    if (error instanceof HttpFailure) return undefined;
    throw error;
  }
}

function short(text: string, max: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > max ? `${line.slice(0, max - 1).trimEnd()}…` : line;
}
