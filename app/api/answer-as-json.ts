import type { z } from "zod";

import type { Context } from "#lib/kernel/context";
import { isNamed } from "#lib/kernel/errors";
import { refused, type Result } from "#lib/kernel/result";

import { signedInContext } from "../_actions/signed-in-context.ts";
import { currentUser } from "../_auth/session.ts";

/** Answers one of our own pages' questions with a `Result`. */
export async function answerAsJson<Input, Value, Refusal extends string>(
  workspace: string,
  asked: z.ZodSafeParseResult<Input>,
  work: (ctx: Context, input: Input) => Promise<Result<Value, Refusal>>,
): Promise<Response> {
  // A redirect would answer a script with the page for signing in.
  if (!(await currentUser())) return Response.json(refused("signed-out"), { status: 401 });
  if (!asked.success) return Response.json(refused("invalid-input"), { status: 400 });
  const ctx = await signedInContext(workspace);
  try {
    const result = await work(ctx, asked.data);
    return Response.json(result, { status: result.ok ? 200 : 422 });
  } catch (error) {
    if (isNamed(error, "Forbidden")) return Response.json(refused("not-allowed"), { status: 403 });
    throw error;
  }
}
