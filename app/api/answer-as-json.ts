import type { z } from "zod";

import type { Context } from "#lib/kernel/context";
import { isStorable } from "#lib/kernel/control-signs";
import { refused, type Result } from "#lib/kernel/result";
import { jsonResponse } from "#lib/transports/json-response";

import { signedInContext } from "../_actions/signed-in-context.ts";
import { currentUser } from "../_auth/session.ts";

/** Responds to a request of our own pages with a `Result`. */
export async function answerAsJson<Input, Value, Refusal extends string>(
  workspace: string,
  asked: z.ZodSafeParseResult<Input>,
  work: (ctx: Context, input: Input) => Promise<Result<Value, Refusal>>,
): Promise<Response> {
  // A redirect would respond to a script with the sign-in page.
  if (!(await currentUser())) return jsonResponse(async () => refused("signed-out"));
  const ctx = await signedInContext(workspace);
  return jsonResponse(async () => {
    if (!asked.success) throw asked.error;
    if (!isStorable(asked.data)) return refused("invalid-input", { field: "?" });
    return work(ctx, asked.data);
  });
}
