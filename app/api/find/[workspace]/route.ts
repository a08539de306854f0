import { z } from "zod";

import type { Context } from "#lib/kernel/context";
import { ok } from "#lib/kernel/result";
import { listPeople } from "#lib/people/list-people";

import { answerAsJson } from "../../answer-as-json.ts";

type Address = { params: Promise<{ workspace: string }> };

const question = z.object({ search: z.string().trim().min(1).max(100) });
const shownAtMost = 6;

/** Who is called `?q=`, for "Find or do". */
export async function GET(request: Request, { params }: Address): Promise<Response> {
  const asked = question.safeParse({ search: new URL(request.url).searchParams.get("q") ?? "" });
  return answerAsJson((await params).workspace, asked, findPeople);
}

async function findPeople(ctx: Context, { search }: z.output<typeof question>) {
  const { people } = await listPeople(ctx, { search, limit: shownAtMost });
  return ok(
    people.map(({ person, identities }) => ({
      id: person.id,
      name: person.displayName,
      handle: identities[0]?.handle ?? "",
    })),
  );
}
