import type { OgObject } from "open-graph-scraper/types";

import { hasTooManyPixels, openImage, readHeader } from "../../images/open-image.ts";
import { shortenText } from "../../kernel/cut-text.ts";
import { decodeText } from "../../kernel/decode-text.ts";
import { HttpFailure, type Http } from "../../kernel/ports.ts";

const [maxTitle, maxDescription] = [300, 1000];
const [maxPageBytes, maxPictureBytes] = [2_000_000, 10_000_000];
const timeoutMs = 8_000;

/** The description of a web page for link previews. */
export interface LinkPage {
  readonly title: string;
  readonly description: string;
  /** Address of the page's preview image. */
  readonly picture: string | undefined;
}

/** Returns undefined if the page does not answer, is not HTML, or has no title. */
export async function readLinkPage(http: Http, uri: string): Promise<LinkPage | undefined> {
  const answer = await read(http, uri, maxPageBytes, true);
  const type = answer?.headers.get("content-type")?.toLowerCase() ?? "";
  if (!answer || !type.includes("html")) return undefined;
  const html = decodeText(answer.body, charsetOf(type, answer.body));
  // The HTML parser needs much memory and is used for few pages, so it is loaded on demand.
  const { default: ogs } = await import("open-graph-scraper");
  // It throws for pages without metadata.
  const scraped = await ogs({ html, onlyGetOpenGraphInfo: ["image"] }).catch(() => undefined);
  return scraped && !scraped.error ? pageOf(scraped.result, answer.url) : undefined;
}

interface PictureSize {
  readonly side: number;
  readonly quality: number;
}

/**
 * Returns the image as a JPEG that fits in a square of `side` pixels; undefined if it cannot be read. We
 * re-encode it, so that no foreign bytes are published under the account's name.
 */
export async function readLinkPicture(
  http: Http,
  uri: string,
  { side, quality }: PictureSize,
): Promise<Buffer | undefined> {
  const answer = await read(http, uri, maxPictureBytes);
  if (!answer) return undefined;
  try {
    const about = await readHeader(answer.body);
    if (!about || hasTooManyPixels(about)) return undefined;
    return await (
      await openImage(answer.body)
    )
      .autoOrient()
      .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#fff" })
      .jpeg({ quality })
      .toBuffer();
  } catch {
    return undefined;
  }
}

function pageOf(found: OgObject, address: string): LinkPage | undefined {
  const title = short(found.ogTitle ?? found.twitterTitle ?? "", maxTitle);
  if (!title) return undefined;
  const description = short(found.ogDescription ?? found.twitterDescription ?? "", maxDescription);
  const picture = found.ogImage?.[0]?.url;
  return { title, description, picture: picture && URL.parse(picture, address)?.href };
}

/** Returns the charset from the Content-Type header, else from the beginning of the page. */
function charsetOf(type: string, body: Buffer): string | undefined {
  const [, told] = /charset\s*=\s*["']?([\w.:-]+)/i.exec(type) ?? [];
  const [, own, declared] =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)/i.exec(
      body.toString("latin1", 0, 8_192),
    ) ?? [];
  return told ?? own ?? declared;
}

async function read(http: Http, uri: string, maxBytes: number, isHeadEnough = false) {
  try {
    const answer = await http.send(uri, { timeoutMs, maxBytes, isHeadEnough });
    return answer.status === 200 ? answer : undefined;
  } catch (error) {
    if (error instanceof HttpFailure) return undefined;
    throw error;
  }
}

function short(text: string, max: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  return shortenText(line, max);
}
