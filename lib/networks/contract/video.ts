/** Properties of a video, read from the file's headers without decoding it. */
export interface VideoFacts {
  readonly container: VideoContainer;
  /** `h264`, `hevc`, `vp8`, `vp9`, `av1`, or the file's own name of another codec. */
  readonly codec: string;
  /** Absent if the video has no sound. */
  readonly audioCodec?: string | undefined;
  readonly seconds: number;
  /** Size in pixels after rotation, as people see it. */
  readonly width: number;
  readonly height: number;
  /** Clockwise rotation in degrees that makes the stored frames upright. */
  readonly rotation: number;
  /** Average frames per second. */
  readonly frameRate: number;
  readonly byteLength: number;
}

export type VideoContainer = "mp4" | "mov" | "webm" | "mkv";

export const videoTypes = {
  mp4: "video/mp4",
  mov: "video/quicktime",
  webm: "video/webm",
  mkv: "video/x-matroska",
} as const satisfies Record<VideoContainer, string>;

/** What a network accepts for a video: one per part, without images. An absent property has no limit. */
export interface VideoLimit {
  readonly maxBytes: number;
  readonly containers: readonly VideoContainer[];
  readonly codecs?: readonly string[];
  readonly audioCodecs?: readonly string[];
  readonly secondsMin?: number;
  readonly secondsMax?: number;
  readonly sideMin?: number;
  /** Maximum of the longer and of the shorter side. */
  readonly longSideMax?: number;
  readonly shortSideMax?: number;
  /** Maximum of width times height. */
  readonly pixelsMax?: number;
  /** Maximum ratio of the longer to the shorter side. */
  readonly ratioMax?: number;
  readonly frameRateMax?: number;
  readonly altMax: number;
  /** The network stores no video descriptions; they are kept only in this product. */
  readonly hasNoAlt?: true;
}

/** A reason why the network would refuse the video. The message is `refusals.<kind>`. */
export interface VideoProblem {
  readonly kind:
    | "video-too-large"
    | "video-wrong-container"
    | "video-wrong-codec"
    | "video-wrong-audio"
    | "video-too-short"
    | "video-too-long"
    | "video-too-small"
    | "video-too-many-pixels"
    | "video-too-stretched"
    | "video-too-quick";
  readonly used: number;
  readonly max: number;
  /** The video's value and the accepted values as text, if they are not numbers. */
  readonly found?: string;
  readonly taken?: string;
}

export function videoProblemsOf(video: VideoFacts, limit: VideoLimit): VideoProblem[] {
  return [
    ...problemsOfFile(video, limit),
    ...problemsOfLength(video, limit),
    ...problemsOfPicture(video, limit),
  ];
}

function problemsOfFile(video: VideoFacts, limit: VideoLimit): VideoProblem[] {
  const { container, codec, audioCodec, byteLength } = video;
  const found: VideoProblem[] = [];
  if (byteLength > limit.maxBytes)
    found.push({
      kind: "video-too-large",
      used: megabytes(byteLength, Math.ceil),
      max: megabytes(limit.maxBytes, Math.floor),
    });
  if (!limit.containers.includes(container))
    found.push(inWords("video-wrong-container", container, limit.containers));
  if (limit.codecs && !limit.codecs.includes(codec))
    found.push(inWords("video-wrong-codec", codec, limit.codecs));
  if (audioCodec && limit.audioCodecs && !limit.audioCodecs.includes(audioCodec))
    found.push(inWords("video-wrong-audio", audioCodec, limit.audioCodecs));
  return found;
}

function problemsOfLength({ seconds, frameRate }: VideoFacts, limit: VideoLimit): VideoProblem[] {
  const { secondsMin = 0, secondsMax = Infinity, frameRateMax = Infinity } = limit;
  const found: VideoProblem[] = [];
  if (seconds < secondsMin)
    found.push({ kind: "video-too-short", used: tenths(seconds), max: secondsMin });
  // Recordings often end a frame or two after the chosen length.
  if (seconds > secondsMax + slackSeconds)
    found.push({ kind: "video-too-long", used: Math.ceil(seconds), max: secondsMax });
  if (frameRate > frameRateMax + 0.5)
    found.push({ kind: "video-too-quick", used: tenths(frameRate), max: frameRateMax });
  return found;
}

const slackSeconds = 0.1;

function problemsOfPicture({ width, height }: VideoFacts, limit: VideoLimit): VideoProblem[] {
  const { sideMin = 0, ratioMax = Infinity } = limit;
  const [long, short] = [Math.max(width, height), Math.min(width, height)];
  const ratio = long / Math.max(1, short);
  const found: VideoProblem[] = [];
  if (short < sideMin) found.push({ kind: "video-too-small", used: short, max: sideMin });
  const taken = mostPixels(long, short, limit);
  if (taken)
    found.push({
      kind: "video-too-many-pixels",
      used: long,
      max: 0,
      found: `${width} × ${height}`,
      taken,
    });
  if (ratio > ratioMax)
    found.push({ kind: "video-too-stretched", used: tenths(ratio), max: ratioMax });
  return found;
}

/** Returns the accepted size as text if the video has too many pixels; else undefined. */
function mostPixels(long: number, short: number, limit: VideoLimit): string | undefined {
  const { longSideMax = Infinity, shortSideMax = Infinity, pixelsMax = Infinity } = limit;
  if (long > longSideMax || short > shortSideMax) return `${longSideMax} × ${shortSideMax}`;
  return long * short > pixelsMax ? roundestWithin(pixelsMax) : undefined;
}

/** Returns the largest 16:9 size that has at most `pixels` pixels. */
function roundestWithin(pixels: number): string {
  const height = Math.floor(Math.sqrt((pixels * 9) / 16));
  return `${Math.floor((height * 16) / 9)} × ${height}`;
}

function inWords(
  kind: VideoProblem["kind"],
  found: string,
  taken: readonly string[],
): VideoProblem {
  return { kind, used: 0, max: 0, found: wordFor(found), taken: taken.map(wordFor).join(", ") };
}

const words: Readonly<Record<string, string>> = {
  mp4: "MP4",
  mov: "MOV",
  webm: "WebM",
  mkv: "Matroska (MKV)",
  h264: "H.264",
  hevc: "HEVC (H.265)",
  vp8: "VP8",
  vp9: "VP9",
  av1: "AV1",
  prores: "ProRes",
  aac: "AAC",
  mp3: "MP3",
  opus: "Opus",
};

/** Returns the common name of a container or codec. */
export function wordFor(code: string): string {
  return words[code] ?? code;
}

function megabytes(bytes: number, round: (value: number) => number): number {
  return round(bytes / 100_000) / 10;
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
