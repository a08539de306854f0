import { invalid } from "./problem.ts";

const mostBytes = 20_000_000;

interface Picture {
  readonly url?: string;
  readonly content_type?: string;
  readonly data?: string;
}

/** How many pictures a media source holds; each is really fetched or read. */
export async function picturesIn(source: unknown): Promise<number> {
  if (typeof source !== "object" || source === null) throw invalid("media_source is required.");
  const { source_type: type, items, index: _index, ...rest } = source as Record<string, unknown>;
  const all = await pictures(String(type), items, rest);
  await Promise.all(all.map(check));
  return all.length;
}

async function pictures(type: string, items: unknown, rest: Picture): Promise<Picture[]> {
  const isUrl = type.endsWith("url") || type.endsWith("urls");
  const names = isUrl ? ["url"] : ["content_type", "data"];
  const all = type.startsWith("multiple_image_") ? (items as Picture[]) : [rest];
  if (!/^(image_(url|base64)|multiple_image_(urls|base64))$/.test(type))
    throw invalid(`source_type ${type} is not supported.`);
  if (!Array.isArray(all) || (all.length < 2 && type.startsWith("multiple")) || all.length > 5)
    throw invalid("items: 2 to 5 images are expected.");
  for (const picture of all)
    for (const name of Object.keys(picture))
      if (![...names, "title", "description", "link"].includes(name))
        throw invalid(`media_source has no ${name}.`);
  return all;
}

async function check({ url, content_type: type, data }: Picture): Promise<void> {
  if (url === undefined) return checkBytes(Buffer.from(data ?? "", "base64"), type ?? "");
  const answer = await fetch(url).catch(() => undefined);
  if (!answer?.ok) throw invalid("Sorry, we could not fetch the image.");
  checkBytes(Buffer.from(await answer.arrayBuffer()), answer.headers.get("content-type") ?? "");
}

function checkBytes(bytes: Buffer, type: string): void {
  if (!/^image\/(jpeg|png)/.test(type)) throw invalid("The image must be JPEG or PNG.");
  const isJpeg = bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]));
  const isPng = bytes.subarray(1, 4).toString() === "PNG";
  if (!isJpeg && !isPng) throw invalid("The image could not be read.");
  if (bytes.length > mostBytes) throw invalid("The image is too large.");
}
