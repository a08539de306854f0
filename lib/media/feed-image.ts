import { timingSafeEqual } from "node:crypto";

import { systemContext, type Runtime } from "../kernel/context.ts";
import { openMedia, type OpenedMedium } from "./open-media.ts";

const dayMs = 86_400_000;

/**
 * The address under which one image may be seen without signing in: on a public page of a network that lives
 * here. It holds for a day or two, and is the same all day, so that browsers need not fetch it again.
 */
export function feedImageUrl(
  runtime: Pick<Runtime, "secrets" | "clock">,
  workspaceId: string,
  mediaId: string,
): string {
  const until = (Math.floor(runtime.clock.now().getTime() / dayMs) + 2) * dayMs;
  const signature = signatureOf(runtime, workspaceId, mediaId, until);
  return `/api/media/${workspaceId}/${mediaId}?until=${until}&signature=${signature}`;
}

export interface FeedImageAddress {
  readonly workspaceId: string;
  readonly mediaId: string;
  /** Milliseconds since 1970. */
  readonly until: number;
  readonly signature: string;
}

/** Undefined where the signature is not ours, or has ended. */
export async function openFeedImage(
  runtime: Runtime,
  { workspaceId, mediaId, until, signature }: FeedImageAddress,
): Promise<OpenedMedium | undefined> {
  if (!(until > runtime.clock.now().getTime())) return undefined;
  const ours = Buffer.from(signatureOf(runtime, workspaceId, mediaId, until));
  const theirs = Buffer.from(signature);
  if (ours.length !== theirs.length || !timingSafeEqual(ours, theirs)) return undefined;
  return openMedia(systemContext(runtime, workspaceId), mediaId);
}

function signatureOf(
  { secrets }: Pick<Runtime, "secrets">,
  workspaceId: string,
  mediaId: string,
  until: number,
): string {
  return secrets.sign("feed-image", `${workspaceId}/${mediaId}/${until}`);
}
