import { refused } from "#lib/kernel/result";
import { maxUploadBytes, plainFileName } from "#lib/media/medium";
import { uploadMedia } from "#lib/media/upload-media";
import { jsonResponse } from "#lib/transports/json-response";

import { signedInContext } from "../../../_actions/signed-in-context.ts";
import { currentUser } from "../../../_auth/session.ts";

type Address = { params: Promise<{ workspace: string }> };

/** Stores an image from the form field `file`; responds with a `Result` of the medium or the refusal. */
export async function POST(request: Request, { params }: Address): Promise<Response> {
  // A redirect would respond to the uploading script with the sign-in page.
  if (!(await currentUser())) return jsonResponse(async () => refused("signed-out"));
  const ctx = await signedInContext((await params).workspace);
  // Larger bodies are not read. The additional bytes are for the form-data around the file.
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

/** The file name is in the address too, so that the refusal can name it without reading the body. */
function tooLarge(request: Request) {
  const file = plainFileName(new URL(request.url).searchParams.get("name") ?? "");
  return refused("image-too-large", { file, megabytes: maxUploadBytes / 1e6 });
}
