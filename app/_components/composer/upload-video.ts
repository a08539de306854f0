import { uuidv7 } from "uuidv7";

import { maxVideoBytes, videoPieceBytes } from "#lib/media/video-size";
import type { VideoFacts } from "#lib/networks/contract/video";

import type { UploadFailure } from "./upload-images.ts";

type Answer<Value> =
  | { ok: true; value: Value }
  | { ok: false; refusal: string; detail: Record<string, string | number> };

interface UploadedVideo {
  id: string;
  video: VideoFacts;
}

/**
 * Whether the file is a video by its type, or by its name if the browser knows no type; sound alone counts too,
 * because the server then says what is missing. The server checks the content.
 */
export function isVideoFile({ type, name }: File): boolean {
  return (
    /^(?:video|audio)\//.test(type) ||
    /\.(?:mp4|m4v|mov|qt|webm|mkv|avi|wmv|mpe?g|3gp)$/i.test(name)
  );
}

/** Uploads a video in pieces, so that a broken connection costs one piece; `onProgress` gets percent. */
export async function uploadVideo(
  uploadTo: string,
  file: File,
  onProgress: (percent: number) => void,
): Promise<UploadedVideo | UploadFailure> {
  const failed = { fileName: file.name, refusal: "", detail: {} };
  if (file.size > maxVideoBytes) {
    const detail = { file: file.name, megabytes: maxVideoBytes / 1e6 };
    return { ...failed, refusal: "video-larger-than-kept", detail };
  }
  const about = { upload: uuidv7(), name: file.name, bytes: String(file.size) };
  const addressOf = (more: Record<string, string> = {}) =>
    `${uploadTo}/video?${new URLSearchParams({ ...about, ...more }).toString()}`;
  for (let place = 0; place * videoPieceBytes < file.size; place += 1) {
    const body = file.slice(place * videoPieceBytes, (place + 1) * videoPieceBytes);
    const sent = await ask<null>(addressOf({ place: String(place) }), { method: "PUT", body });
    if (!sent?.ok) return { ...failed, ...sent };
    onProgress(Math.floor((100 * Math.min(file.size, (place + 1) * videoPieceBytes)) / file.size));
  }
  const done = await ask<UploadedVideo>(addressOf(), { method: "POST" });
  return done?.ok ? done.value : { ...failed, ...done };
}

const pausesMs = [0, 1_000, 4_000, 10_000];

/** Sends a request with retries; undefined if no answer came. A piece may be sent twice. */
async function ask<Value>(address: string, init: RequestInit): Promise<Answer<Value> | undefined> {
  for (const pauseMs of pausesMs) {
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    const answer = await window.fetch(address, init).catch(() => undefined);
    const result = (await answer?.json().catch(() => undefined)) as Answer<Value> | undefined;
    if (result) return result;
  }
  return undefined;
}
