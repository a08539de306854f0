import { refused } from "#lib/kernel/result";
import { maxUploadBytes, plainFileName } from "#lib/media/medium";
import { uploadMedia } from "#lib/media/upload-media";
import { jsonResponse } from "#lib/transports/json-response";

import { signedInContext } from "../../../_actions/signed-in-context.ts";
import { currentUser } from "../../../_auth/session.ts";

type Address = { params: Promise<{ workspace: string }> };

/** Takes one image as the form field `file`; answers a `Result` with the medium or the refusal. */
export async function POST(request: Request, { params }: Address): Promise<Response> {
  // A redirect would answer the page that sends the image with the page for signing in.
  if (!(await currentUser())) return jsonResponse(async () => refused("signed-out"));
  const ctx = await signedInContext((await params).workspace);
  // Above this the body is not even read; the rest is form-data around the file.
  const length = Number(request.headers.get("content-length") ?? NaN);
  if (!(length <= maxUploadBytes + 100_000)) return jsonResponse(async () => tooLarge(request));
  const file = await fileOf(request);
  if (!file) return jsonResponse(async () => refused("not-an-image", { file: "" }));
  const bytes = new Uint8Array(await file.arrayBuffer());
  return jsonResponse(() => uploadMedia(ctx, { bytes, fileName: file.name }), 201);
}

async function fileOf(request: Request): Promise<File | undefined> {
  const form = await request.formData().catch(() => undefined);
  const file = form?.get("file");
  return file instanceof File ? file : undefined;
}

/** The page says the name in the address too, so that the refusal can name it without the body. */
function tooLarge(request: Request) {
  const file = plainFileName(new URL(request.url).searchParams.get("name") ?? "");
  return refused("image-too-large", { file, megabytes: maxUploadBytes / 1e6 });
}
