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

/** A file of which any stretch can be read, and that is nowhere held whole. */
export interface ReadableFile {
  readonly byteLength: number;
  /** From `start` to before `end`, both within the file. */
  read(start: number, end: number): Promise<Uint8Array>;
}

const containers: readonly (readonly [InputFormat, VideoContainer])[] = [
  [MP4, "mp4"],
  [QTFF, "mov"],
  [WEBM, "webm"],
  [MATROSKA, "mkv"],
];

/** Tables of a film of hours are smaller; a file made to keep a server busy is not. */
const mostReadBytes = 64_000_000;
const cacheBytes = 4_000_000;
/** So many are looked at to tell how many there are a second. */
const sampledPictures = 256;

/** What a file says of itself, whatever it is called. Decodes nothing, so that no picture in it is too large to look at. */
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

/** Whether a file that begins so can be a video at all: what is not need not be sent whole. */
export async function mayBeVideo(beginning: Uint8Array): Promise<boolean> {
  if (isPictureInBoxes(beginning)) return false;
  const read = async (start: number, end: number) => beginning.subarray(start, end);
  const source = sourceOf({ byteLength: beginning.length, read });
  const input = new Input({ source, formats: containers.map(([one]) => one) });
  try {
    return await input.canRead();
  } catch {
    // Of a few bytes the library throws where it would say "no" of more.
    return false;
  } finally {
    input.dispose();
  }
}

/** HEIC and AVIF are pictures in the container of MP4. */
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

/** Whether the last picture or sound that is announced is there. */
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

/** Boxes stand one behind the other to the very end; one that goes on behind it was cut off. */
async function isCutOff(file: ReadableFile, container: VideoContainer): Promise<boolean> {
  if (container !== "mp4" && container !== "mov") return false;
  let at = 0;
  while (at + 8 <= file.byteLength) {
    const head = Buffer.from(await file.read(at, Math.min(at + 16, file.byteLength)));
    const length = lengthOf(head);
    // Nought says "to the end"; less than its own head is nothing that could be stepped over.
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
