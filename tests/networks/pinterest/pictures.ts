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
  const all = pictures(String(type), items, rest);
  await Promise.all(all.map(check));
  return all.length;
}

function pictures(type: string, items: unknown, rest: Picture): Picture[] {
  if (!/^(image_(url|base64)|multiple_image_(urls|base64))$/.test(type))
    throw invalid(`source_type ${type} is not supported.`);
  const isSingle = type.startsWith("image_");
  const all = isSingle ? [rest] : items;
  if (!Array.isArray(all) || all.length > 5 || all.length < (isSingle ? 1 : 2))
    throw invalid("items: 2 to 5 images are expected.");
  const own = /urls?$/.test(type) ? ["url"] : ["content_type", "data"];
  const names = new Set([...own, "title", "description", "link"]);
  for (const name of all.flatMap((picture: Picture) => Object.keys(picture)))
    if (!names.has(name)) throw invalid(`media_source has no ${name}.`);
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
