import { z } from "zod";

import { findPeople } from "#lib/views/people";

import { answerAsJson } from "../../answer-as-json.ts";

type Address = { params: Promise<{ workspace: string }> };

const question = z.object({ search: z.string().trim().min(1).max(100) });

/** Who is called `?q=`, for "Find or do". */
export async function GET(request: Request, { params }: Address): Promise<Response> {
  const asked = question.safeParse({ search: new URL(request.url).searchParams.get("q") ?? "" });
  return answerAsJson((await params).workspace, asked, findPeople);
}
