import { shortenText } from "../../kernel/cut-text.ts";
import type { OutgoingPart } from "../contract/connector.ts";
import { firstLink } from "../contract/links.ts";
import type { PrepareOutcome } from "../contract/outcome.ts";
import type { JsonObject } from "../contract/remote.ts";
import type { Session } from "../contract/session.ts";
import { limits } from "./limits.ts";
import type { PinWords } from "./request.ts";

/** Builds the request and sends nothing: Pinterest takes text and pictures in one request. */
export async function prepare(session: Session, part: OutgoingPart): Promise<PrepareOutcome> {
  const { board, title, description, link } = wordsOf(part);
  if (!board) return refused("No board was chosen.");
  if (part.images.length === 0) return refused("A pin needs a picture.");
  const alt = altOf(part.images);
  const pin = {
    board_id: board,
    ...(title && { title }),
    ...(description && { description }),
    ...(link && { link }),
    ...(alt && { alt_text: alt }),
    media_source: await sourceOf(session, part.images),
  };
  return { kind: "ready", request: { pin } };
}

/** Returns the pin's texts. Its link is the chosen one, or else the first link in the text. */
export function wordsOf({ text, options }: Pick<OutgoingPart, "text" | "options">): PinWords {
  const chosen = (key: string) => {
    const value = options[key];
    return typeof value === "string" ? value.trim() : "";
  };
  const link = chosen("link") || (firstLink(text, false) ?? "");
  return { board: chosen("board"), title: chosen("title"), description: text.trim(), link };
}

/**
 * Returns the alt texts, one line per picture, each shortened to its share of the limit: a pin has one alt
 * text for all pictures.
 */
function altOf(images: OutgoingPart["images"]): string {
  const share = Math.floor((limits.images.altMax + 1) / images.length) - 1;
  return images
    .map(({ alt }) => shortenText(alt.trim(), share))
    .filter(Boolean)
    .join("\n");
}

type Pictures = OutgoingPart["images"];

/**
 * Returns the pictures as public addresses (of this installation or the operator's bucket) if they have any,
 * or else inside the request.
 */
async function sourceOf(session: Session, images: Pictures): Promise<JsonObject> {
  const addresses = await addressesOf(session, images);
  const [first = ""] = addresses ?? [];
  if (addresses && addresses.length === 1) return { source_type: "image_url", url: first };
  if (addresses)
    return { source_type: "multiple_image_urls", items: addresses.map((url) => ({ url })) };
  const files = await filesOf(session, images);
  const [only] = files;
  return files.length === 1 && only
    ? { source_type: "image_base64", ...only }
    : { source_type: "multiple_image_base64", items: files };
}

async function addressesOf(session: Session, images: Pictures): Promise<string[] | undefined> {
  const addresses: string[] = [];
  for (const { mediaId } of images) {
    const address = await session.sharedImage(mediaId);
    if (address === undefined) return undefined;
    addresses.push(address);
  }
  return addresses;
}

async function filesOf(session: Session, images: Pictures) {
  const files: { content_type: string; data: string }[] = [];
  for (const { mediaId } of images) {
    const { bytes, type } = await session.image(mediaId);
    files.push({ content_type: type, data: bytes.toString("base64") });
  }
  return files;
}

function refused(detail: string): PrepareOutcome {
  return { kind: "refused", code: "invalid", detail };
}
