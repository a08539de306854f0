import {
  CustomSource,
  EncodedPacketSink,
  Input,
  type InputFormat,
  type InputTrack,
  type InputVideoTrack,
  MATROSKA,
  MP4,
  QTFF,
  UnsupportedInputFormatError,
  WEBM,
} from "mediabunny";

import type { VideoContainer, VideoFacts } from "../networks/contract/video.ts";

export type VideoFault =
  | "video-empty"
  | "not-a-video"
  | "video-cut-off"
  | "video-without-pictures"
  | "video-unreadable";

/** A file that can be read in ranges and is never held in memory as a whole. */
export interface ReadableFile {
  readonly byteLength: number;
  /** Reads from `start` (inclusive) to `end` (exclusive); both are within the file. */
  read(start: number, end: number): Promise<Uint8Array>;
}

const containers: readonly (readonly [InputFormat, VideoContainer])[] = [
  [MP4, "mp4"],
  [QTFF, "mov"],
  [WEBM, "webm"],
  [MATROSKA, "mkv"],
];

/**
 * Most bytes that are read to examine a file. The tables of a film of hours are smaller; a larger amount
 * suggests a file made to overload the server.
 */
const mostReadBytes = 64_000_000;
const cacheBytes = 4_000_000;
/** Number of frames from which the frame rate is computed. */
const sampledPictures = 256;

/**
 * Reads a video's properties from the file, whatever its name. Decodes no frame, so the frame size does not
 * matter.
 */
export async function probeVideo(file: ReadableFile): Promise<VideoFacts | VideoFault> {
  if (file.byteLength === 0) return "video-empty";
  const metered = withMeter(file);
  const input = new Input({ source: sourceOf(metered), formats: containers.map(([one]) => one) });
  try {
    const format = await input.getFormat();
    const container = containers.find(([one]) => one === format)?.[1] ?? "mp4";
    if (await isCutOff(metered, container)) return "video-cut-off";
    return await factsOf(input, container, file.byteLength);
  } catch (error) {
    if (error instanceof UnsupportedInputFormatError) return "not-a-video";
    return "video-unreadable";
  } finally {
    input.dispose();
  }
}

/**
 * Whether a file with these first bytes can be a video, so that other files are refused before they are sent
 * whole.
 */
export async function mayBeVideo(beginning: Uint8Array): Promise<boolean> {
  if (isPictureInBoxes(beginning)) return false;
  const read = async (start: number, end: number) => beginning.subarray(start, end);
  const source = sourceOf({ byteLength: beginning.length, read });
  const input = new Input({ source, formats: containers.map(([one]) => one) });
  try {
    return await input.canRead();
  } catch {
    // With very few bytes the library throws instead of returning false.
    return false;
  } finally {
    input.dispose();
  }
}

/** Whether the file is a HEIC or AVIF picture, which use the container of MP4. */
function isPictureInBoxes(beginning: Uint8Array): boolean {
  const head = Buffer.from(beginning.subarray(4, 12)).toString("latin1");
  return /^ftyp(?:avi[fs]|hei[cxms]|hev[cxms]|mif1|msf1)/.test(head);
}

function sourceOf(file: ReadableFile): CustomSource {
  return new CustomSource({
    getSize: () => file.byteLength,
    read: (start, end) => file.read(start, end),
    maxCacheSize: cacheBytes,
    handleUnhandledError: () => undefined,
  });
}

function withMeter(file: ReadableFile): ReadableFile {
  let total = 0;
  return {
    byteLength: file.byteLength,
    read(start, end) {
      total += end - start;
      if (total > mostReadBytes) throw new Error("The file describes itself at too great length.");
      return file.read(start, end);
    },
  };
}

async function factsOf(
  input: Input,
  container: VideoContainer,
  byteLength: number,
): Promise<VideoFacts | VideoFault> {
  const [video, audio] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()];
  if (!video) return audio ? "video-without-pictures" : "video-cut-off";
  const tracks = audio ? [video, audio] : [video];
  for (const track of tracks) if (!(await endsWithin(track))) return "video-cut-off";
  const seconds = await video.computeDuration();
  const [width, height] = [await video.getDisplayWidth(), await video.getDisplayHeight()];
  if (!(seconds > 0) || !(width > 0) || !(height > 0)) return "video-unreadable";
  return {
    container,
    codec: await codecOf(video),
    ...(audio && { audioCodec: await codecOf(audio) }),
    seconds: Math.round(seconds * 1000) / 1000,
    width,
    height,
    rotation: await video.getRotation(),
    frameRate: await frameRateOf(video),
    byteLength,
  };
}

async function frameRateOf(video: InputVideoTrack): Promise<number> {
  const { averagePacketRate } = await video.computePacketStats(sampledPictures);
  return Math.round(averagePacketRate * 100) / 100;
}

/** Whether the last frame or sound packet that the file announces is present. */
async function endsWithin(track: InputTrack): Promise<boolean> {
  const last = await new EncodedPacketSink(track).getPacket(Infinity);
  return last !== null && last.byteLength > 0;
}

async function codecOf(track: InputTrack): Promise<string> {
  const codec = await track.getCodec();
  if (codec === "avc") return "h264";
  const own = codec ?? (await track.getInternalCodecId());
  return typeof own === "string" ? own.replaceAll(/[^\w./-]/g, "").slice(0, 24) || "?" : "?";
}

/**
 * Whether an MP4 or MOV file was cut off: its boxes follow one another to the end, and one that extends past
 * the end is incomplete.
 */
async function isCutOff(file: ReadableFile, container: VideoContainer): Promise<boolean> {
  if (container !== "mp4" && container !== "mov") return false;
  let at = 0;
  while (at + 8 <= file.byteLength) {
    const head = Buffer.from(await file.read(at, Math.min(at + 16, file.byteLength)));
    const length = lengthOf(head);
    // Length 0 means "to the end of the file". A length below 8, the size of the box header, is invalid.
    if (length === 0) return false;
    if (length < 8) return true;
    at += length;
  }
  return at > file.byteLength;
}

function lengthOf(head: Buffer): number {
  const length = head.readUInt32BE(0);
  if (length !== 1) return length;
  return head.length < 16 ? 1 : Number(head.readBigUInt64BE(8));
}
