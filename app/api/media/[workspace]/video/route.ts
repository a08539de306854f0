import { refused } from "#lib/kernel/result";
import { finishVideo, keepPiece } from "#lib/media/upload-video";
import { jsonResponse } from "#lib/transports/json-response";

import { signedInContext } from "../../../../_actions/signed-in-context.ts";
import { currentUser } from "../../../../_auth/session.ts";

type Address = { params: Promise<{ workspace: string }> };

/**
 * Stores one piece of a video from the body; the address names the upload and the piece's place. Idempotent.
 */
export async function PUT(request: Request, { params }: Address): Promise<Response> {
  if (!(await currentUser())) return jsonResponse(async () => refused("signed-out"));
  const ctx = await signedInContext((await params).workspace);
  const place = Number(new URL(request.url).searchParams.get("place") ?? NaN);
  const content = new Uint8Array(await request.arrayBuffer());
  return jsonResponse(() => keepPiece(ctx, uploadOf(request), place, content));
}

/**
 * Finishes an upload whose pieces have all arrived; responds with a `Result` of the medium or the refusal.
 */
export async function POST(request: Request, { params }: Address): Promise<Response> {
  if (!(await currentUser())) return jsonResponse(async () => refused("signed-out"));
  const ctx = await signedInContext((await params).workspace);
  return jsonResponse(() => finishVideo(ctx, uploadOf(request)), 201);
}

function uploadOf(request: Request) {
  const { searchParams } = new URL(request.url);
  return {
    uploadId: searchParams.get("upload") ?? "",
    fileName: searchParams.get("name") ?? "",
    byteLength: Number(searchParams.get("bytes") ?? NaN),
  };
}
