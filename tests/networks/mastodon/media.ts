import sharp from "sharp";

import { ApiError, only, personOf, textIn, type Incoming, type Reply } from "./http.ts";
import { mediaJson } from "./rendering.ts";
import type { Media } from "./world.ts";

const largeEnoughToWait = 1;

/** Answers 202 while the picture is processed, 200 where that took no time. */
export async function uploadMedia(incoming: Incoming): Promise<Reply> {
  const { world, fields, files } = incoming;
  only(fields, ["description", "focus"]);
  const owner = personOf(incoming);
  const { file, isFilm } = fileIn(world, files);
  const { descriptionLimit } = world.configuration;
  const description = textIn(fields, "description") || null;
  if ((description ?? "").length > descriptionLimit)
    throw new ApiError(
      422,
      `Validation failed: Description is too long (maximum is ${descriptionLimit} characters)`,
    );
  if (!isFilm) await checkPixels(file.bytes, world.configuration.imageMatrixLimit);
  const media: Media = {
    id: world.newId(),
    owner,
    type: isFilm ? "video" : "image",
    description,
    bytes: file.bytes,
    readyAt: world.now().getTime() + world.processingMs,
    isBroken: file.name.includes("broken") || (isFilm && world.breaksFilms),
    attachedTo: undefined,
  };
  world.media.set(media.id, media);
  // Films are always worked on in the background, however short they are.
  const isWaiting = isFilm || world.processingMs >= largeEnoughToWait;
  return { status: isWaiting ? 202 : 200, json: mediaJson(world, media) };
}

/** Of a kind that is taken, and no larger than that kind may be. */
function fileIn({ configuration }: Incoming["world"], { file }: Incoming["files"]) {
  if (!file || file.bytes.length === 0)
    throw new ApiError(422, "Validation failed: File can't be blank");
  const isFilm = isVideo(file.bytes, file.type);
  const most = isFilm ? configuration.videoSizeLimit : configuration.imageSizeLimit;
  if (file.bytes.length > most)
    throw new ApiError(422, `Validation failed: File file size must be less than ${most} bytes`);
  if (!isFilm && !isImage(file.bytes, file.type))
    throw new ApiError(422, "Validation failed: File content type is invalid, File is invalid");
  return { file, isFilm };
}

/** 206: not yet. Once a post has it, it is the post's. */
export function showMedia(incoming: Incoming): Reply {
  const { world, caught } = incoming;
  const media = world.media.get(caught[0] ?? "");
  if (!media || media.owner !== personOf(incoming) || media.attachedTo)
    throw new ApiError(404, "Record not found");
  const isReady = media.readyAt <= world.now().getTime();
  if (isReady && media.isBroken)
    throw new ApiError(422, "Error processing thumbnail for uploaded media");
  return { status: isReady ? 200 : 206, json: mediaJson(world, media) };
}

async function checkPixels(bytes: Buffer, most: number): Promise<void> {
  const { width, height } = await sharp(bytes)
    .metadata()
    .catch(() => ({ width: 0, height: 0 }));
  if (width * height > most) throw new ApiError(422, `${width}x${height} images are not supported`);
}

function isVideo(bytes: Buffer, type: string): boolean {
  if (type === "video/webm") return bytes.subarray(0, 4).toString("hex") === "1a45dfa3";
  return (
    (type === "video/mp4" || type === "video/quicktime") &&
    bytes.subarray(4, 8).toString("latin1") === "ftyp"
  );
}

function isImage(bytes: Buffer, type: string): boolean {
  const starts: Record<string, string> = {
    "image/jpeg": "ffd8ff",
    "image/png": "89504e47",
    "image/webp": "52494646",
  };
  const start = starts[type];
  return start !== undefined && bytes.subarray(0, start.length / 2).toString("hex") === start;
}
