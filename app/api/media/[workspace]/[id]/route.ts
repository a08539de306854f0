import { openFeedImage } from "#lib/media/feed-image";
import { openMedia, type OpenedMedium } from "#lib/media/open-media";
import { currentRuntime } from "#lib/runtime/current";
import { httpStatusOf, refusalOfError } from "#lib/transports/refusal";

import { signedInContext } from "../../../../_actions/signed-in-context.ts";

type Address = { params: Promise<{ workspace: string; id: string }> };

/** One image: for members, or for anyone who has an address that a public feed signed. */
export async function GET(request: Request, { params }: Address): Promise<Response> {
  const { workspace, id } = await params;
  const signature = new URL(request.url).searchParams.get("signature");
  try {
    const medium = signature
      ? await openFeedImage(currentRuntime(), {
          workspaceId: workspace,
          mediaId: id,
          signature,
        })
      : await openMedia(await signedInContext(workspace), id);
    return medium ? answer(medium) : nothing(404);
  } catch (error) {
    const refused = refusalOfError(error);
    if (refused) return nothing(httpStatusOf(refused.refusal));
    throw error;
  }
}

/** An image never changes under its id; and should it ever pass for a page, it may do nothing. */
function answer(medium: OpenedMedium): Response {
  const name = encodeURIComponent(medium.fileName);
  return new Response(new Uint8Array(medium.bytes), {
    headers: {
      "content-type": medium.type,
      "content-length": String(medium.bytes.length),
      "content-disposition": `inline; filename*=UTF-8''${name}`,
      "content-security-policy": "default-src 'none'; sandbox",
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
      "cache-control": "private, max-age=31536000, immutable",
    },
  });
}

function nothing(status: number): Response {
  return new Response(null, { status });
}
