import { isNamed } from "#lib/kernel/errors";
import { refused } from "#lib/kernel/result";
import { maxUploadBytes, plainFileName } from "#lib/media/medium";
import { uploadMedia } from "#lib/media/upload-media";

import { signedInContext } from "../../../_actions/signed-in-context.ts";
import { currentUser } from "../../../_auth/session.ts";

type Address = { params: Promise<{ workspace: string }> };

/** Takes one image as the form field `file`; answers a `Result` with the medium or the refusal. */
export async function POST(request: Request, { params }: Address): Promise<Response> {
  // A redirect would answer the page that sends the image with the page for signing in.
  if (!(await currentUser())) return Response.json(refused("signed-out"), { status: 401 });
  const ctx = await signedInContext((await params).workspace);
  // Above this the body is not even read; the rest is form-data around the file.
  const length = Number(request.headers.get("content-length") ?? NaN);
  if (!(length <= maxUploadBytes + 100_000))
    return Response.json(tooLarge(request), { status: 413 });
  const file = await fileOf(request);
  if (!file) return Response.json(refused("not-an-image", { file: "" }), { status: 400 });
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const result = await uploadMedia(ctx, { bytes, fileName: file.name });
    return Response.json(result, { status: result.ok ? 201 : 422 });
  } catch (error) {
    if (isNamed(error, "Forbidden")) return Response.json(refused("not-allowed"), { status: 403 });
    throw error;
  }
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
