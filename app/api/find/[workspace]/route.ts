import { findEverything, findInput } from "#lib/views/find";

import { answerAsJson } from "../../answer-as-json.ts";

type Address = { params: Promise<{ workspace: string }> };

/** Returns people and posts that match `?q=`, for "Find or do". */
export async function GET(request: Request, { params }: Address): Promise<Response> {
  const asked = findInput.safeParse({ search: new URL(request.url).searchParams.get("q") ?? "" });
  return answerAsJson((await params).workspace, asked, findEverything);
}
