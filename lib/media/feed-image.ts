import { timingSafeEqual } from "node:crypto";

import { systemContext, type Runtime } from "../kernel/context.ts";
import { openMedia, type OpenedMedium } from "./open-media.ts";

/** The address under which one image may be seen without signing in: on a public page of a network that lives here. */
export function feedImageUrl(
  runtime: Pick<Runtime, "secrets">,
  workspaceId: string,
  mediaId: string,
): string {
  const signature = signatureOf(runtime, workspaceId, mediaId);
  return `/api/media/${workspaceId}/${mediaId}?signature=${signature}`;
}

/** Undefined where the signature is not ours. */
export async function openFeedImage(
  runtime: Runtime,
  asked: { workspaceId: string; mediaId: string; signature: string },
): Promise<OpenedMedium | undefined> {
  const { workspaceId, mediaId, signature } = asked;
  const ours = Buffer.from(signatureOf(runtime, workspaceId, mediaId));
  const theirs = Buffer.from(signature);
  if (ours.length !== theirs.length || !timingSafeEqual(ours, theirs)) return undefined;
  return openMedia(systemContext(runtime, workspaceId), mediaId);
}

function signatureOf(
  { secrets }: Pick<Runtime, "secrets">,
  workspaceId: string,
  mediaId: string,
): string {
  return secrets.sign("feed-image", `${workspaceId}/${mediaId}`);
}
