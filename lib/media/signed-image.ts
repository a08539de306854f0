import { timingSafeEqual } from "node:crypto";

import { systemContext, type Runtime } from "../kernel/context.ts";
import type { ImageFit } from "../kernel/ports.ts";
import { encodeFor } from "./encode-for.ts";
import { openMedia, type OpenedMedium } from "./open-media.ts";

const dayMs = 86_400_000;

interface SignedImage {
  readonly workspaceId: string;
  readonly mediaId: string;
  /** Absent for the image as stored. */
  readonly fit?: ImageFit | undefined;
}

/**
 * Returns the path at which an image can be read without signing in, by visitors of a public page or by a
 * network's servers. It is valid for one to two days and stays the same for a UTC day, so that it can be
 * cached.
 */
export function signedImagePath(
  runtime: Pick<Runtime, "secrets" | "clock">,
  { workspaceId, mediaId, fit }: SignedImage,
): string {
  const until = (Math.floor(runtime.clock.now().getTime() / dayMs) + 2) * dayMs;
  const asked = { workspaceId, mediaId, until, fit: fit && writtenFit(fit) };
  const signature = signatureOf(runtime, asked);
  const query = { until: String(until), ...(asked.fit && { fit: asked.fit }), signature };
  return `/api/media/${workspaceId}/${mediaId}?${new URLSearchParams(query).toString()}`;
}

export interface SignedImageAddress {
  readonly workspaceId: string;
  readonly mediaId: string;
  /** Milliseconds since the epoch. */
  readonly until: number;
  readonly fit: string | undefined;
  readonly signature: string;
}

/** Returns the image; undefined if the signature is wrong or expired. */
export async function openSignedImage(
  runtime: Runtime,
  { signature, ...asked }: SignedImageAddress,
): Promise<OpenedMedium | undefined> {
  if (!(asked.until > runtime.clock.now().getTime())) return undefined;
  const ours = Buffer.from(signatureOf(runtime, asked));
  const theirs = Buffer.from(signature);
  if (ours.length !== theirs.length || !timingSafeEqual(ours, theirs)) return undefined;
  const stored = await openMedia(systemContext(runtime, asked.workspaceId), asked.mediaId);
  if (!asked.fit) return stored;
  const { bytes, type } = await encodeFor(stored.bytes, readFit(asked.fit));
  return { ...stored, bytes, type };
}

function signatureOf(
  { secrets }: Pick<Runtime, "secrets">,
  { workspaceId, mediaId, until, fit }: Omit<SignedImageAddress, "signature">,
): string {
  const asStored = `${workspaceId}/${mediaId}/${until}`;
  return secrets.sign("image", fit ? `${asStored}/${fit}` : asStored);
}

/**
 * Encodes the limits as `8000000-1440-jpeg.png`: bytes, longest side, types. It is part of the signature, so
 * only values written here are read.
 */
function writtenFit({ maxBytes, maxSide, types = [] }: ImageFit): string {
  const names = types.map((type) => type.slice("image/".length));
  return [maxBytes, maxSide, names.join(".")].join("-");
}

function readFit(written: string): ImageFit {
  const [maxBytes, maxSide, names = ""] = written.split("-");
  const types = names.split(".").filter(Boolean);
  return {
    maxBytes: Number(maxBytes),
    maxSide: Number(maxSide),
    ...(types.length > 0 && {
      types: types.map((name) => `image/${name}` as NonNullable<ImageFit["types"]>[number]),
    }),
  };
}
