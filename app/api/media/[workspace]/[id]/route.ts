import { openMedia, type OpenedMedium } from "#lib/media/open-media";
import { openSignedImage } from "#lib/media/signed-image";
import { currentRuntime } from "#lib/runtime/current";
import { httpStatusOf, refusalOfError } from "#lib/transports/refusal";

import { signedInContext } from "../../../../_actions/signed-in-context.ts";
import { currentUser } from "../../../../_auth/session.ts";

type Address = { params: Promise<{ workspace: string; id: string }> };

/** One image: for members, or for anyone who has an address that we signed. */
export async function GET(request: Request, { params }: Address): Promise<Response> {
  const { workspace, id } = await params;
  const { searchParams } = new URL(request.url);
  const signature = searchParams.get("signature");
  const until = Number(searchParams.get("until"));
  const fit = searchParams.get("fit") ?? undefined;
  const asked = { workspaceId: workspace, mediaId: id, until, fit, signature: signature ?? "" };
  try {
    if (signature) return shown(await openSignedImage(currentRuntime(), asked), 86_400);
    // A redirect would answer with the page for signing in.
    if (!(await currentUser())) return nothing(401);
    return shown(await openMedia(await signedInContext(workspace), id), 31_536_000);
  } catch (error) {
    const refused = refusalOfError(error);
    if (refused) return nothing(httpStatusOf(refused.refusal));
    throw error;
  }
}

/** An image never changes under its id; and should it ever pass for a page, it may do nothing. */
function shown(medium: OpenedMedium | undefined, seconds: number): Response {
  if (!medium) return nothing(404);
  const name = encodeURIComponent(medium.fileName);
  return new Response(new Uint8Array(medium.bytes), {
    headers: {
      "content-type": medium.type,
      "content-length": String(medium.bytes.length),
      "content-disposition": `inline; filename*=UTF-8''${name}`,
      "content-security-policy": "default-src 'none'; sandbox",
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
      "cache-control": `private, max-age=${seconds}, immutable`,
    },
  });
}

function nothing(status: number): Response {
  return new Response(null, { status });
}
