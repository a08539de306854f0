import { Readable } from "node:stream";

import { byteRangeOf } from "#lib/media/byte-range";
import type { Medium } from "#lib/media/medium";
import { openMedia, type OpenedMedium } from "#lib/media/open-media";
import { isVideo, openVideo, type OpenedVideo, stretchOf } from "#lib/media/open-video";
import { openSignedImage } from "#lib/media/signed-image";
import { currentRuntime } from "#lib/runtime/current";
import { httpStatusOf, refusalOfError } from "#lib/transports/refusal";

import { signedInContext } from "../../../../_actions/signed-in-context.ts";
import { currentUser } from "../../../../_auth/session.ts";

type Address = { params: Promise<{ workspace: string; id: string }> };

/** Returns an image or a video to members, and an image also to anyone with an address that we signed. */
export async function GET(request: Request, { params }: Address): Promise<Response> {
  const { workspace, id } = await params;
  const { searchParams } = new URL(request.url);
  const signature = searchParams.get("signature");
  const until = Number(searchParams.get("until"));
  const fit = searchParams.get("fit") ?? undefined;
  const asked = { workspaceId: workspace, mediaId: id, until, fit, signature: signature ?? "" };
  try {
    if (signature) return shown(await openSignedImage(currentRuntime(), asked), 86_400);
    // A redirect would respond with the sign-in page.
    if (!(await currentUser())) return nothing(401);
    const ctx = await signedInContext(workspace);
    if (await isVideo(ctx, id)) return played(await openVideo(ctx, id), request);
    return shown(await openMedia(ctx, id), 31_536_000);
  } catch (error) {
    const refused = refusalOfError(error);
    if (refused) return nothing(httpStatusOf(refused.refusal));
    throw error;
  }
}

/**
 * Responds with an image, which never changes under its id. The headers prevent it from running as a page.
 */
function shown(medium: OpenedMedium | undefined, seconds: number): Response {
  if (!medium) return nothing(404);
  return new Response(new Uint8Array(medium.bytes), {
    headers: headersOf(medium, medium.bytes.length, seconds),
  });
}

/** Responds with the requested byte range of a video, streamed piece by piece. */
function played(video: OpenedVideo, request: Request): Response {
  const { byteLength } = video;
  const range = byteRangeOf(request.headers.get("range"), byteLength);
  if (range === "unsatisfiable")
    return new Response(null, {
      status: 416,
      headers: { "content-range": `bytes */${byteLength}` },
    });
  const { start, end } = range ?? { start: 0, end: byteLength };
  const body = Readable.toWeb(Readable.from(stretchOf(video, start, end), { objectMode: false }));
  return new Response(body as ReadableStream, {
    status: range ? 206 : 200,
    headers: {
      ...headersOf(video, end - start, 31_536_000),
      "accept-ranges": "bytes",
      ...(range && { "content-range": `bytes ${start}-${end - 1}/${byteLength}` }),
    },
  });
}

function headersOf(
  { type, fileName }: Pick<Medium, "type" | "fileName">,
  length: number,
  seconds: number,
) {
  return {
    "content-type": type,
    "content-length": String(length),
    "content-disposition": `inline; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    "content-security-policy": "default-src 'none'; sandbox",
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "cache-control": `private, max-age=${seconds}, immutable`,
  };
}

function nothing(status: number): Response {
  return new Response(null, { status });
}
