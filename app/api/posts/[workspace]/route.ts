import { localDay } from "#lib/kernel/local-time";
import { exportPosts } from "#lib/posts/export-posts";

import { signedInContext } from "../../../_actions/signed-in-context.ts";
import { currentUser } from "../../../_auth/session.ts";

type Address = { params: Promise<{ workspace: string }> };

/** Exports all posts as a CSV list; streamed, so that it is read page by page. */
export async function GET(_request: Request, { params }: Address): Promise<Response> {
  // A redirect would save the sign-in page as the list.
  if (!(await currentUser())) return new Response(null, { status: 401 });
  const ctx = await signedInContext((await params).workspace);
  const day = localDay(ctx.clock.now(), ctx.workspace.timeZone);
  return new Response(streamOf(bytesOf(exportPosts(ctx))), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="posts-${ctx.workspace.slug}-${day}.csv"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

/** Starts with a byte order mark, by which spreadsheets recognize UTF-8. */
async function* bytesOf(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode("\uFEFF");
  for await (const text of texts) yield encoder.encode(text);
}

/** Reads as fast as the client receives, and stops if the client aborts. */
function streamOf(parts: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const next = await parts.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}
