import { revalidatePath } from "next/cache";
import type { z } from "zod";

import type { Context } from "#lib/kernel/context";
import { isNamed } from "#lib/kernel/errors";
import { refused, type Refused, type Result } from "#lib/kernel/result";

import { currentUser } from "../_auth/session.ts";
import { signedInContext } from "./signed-in-context.ts";

export type ActionOutcome<Value, Refusal extends string> = Result<
  Value,
  Refusal | "invalid-input" | "not-allowed" | "not-found" | "signed-out"
>;

/**
 * Turns a use case into a server action: proves membership, parses the input, refreshes the pages.
 * What cannot be parsed, what the role does not allow, what is gone and a session that has ended are
 * refusals too: the form says so and keeps what was typed, where another page would take it away.
 */
export function workspaceAction<Schema extends z.ZodType, Value, Refusal extends string>(
  schema: Schema,
  work: (ctx: Context, input: z.output<Schema>) => Promise<Result<Value, Refusal>>,
) {
  return async (
    workspace: string,
    input: z.input<Schema>,
  ): Promise<ActionOutcome<Value, Refusal>> => {
    if (!(await currentUser())) return refused("signed-out");
    const ctx = await signedInContext(workspace);
    const parsed = schema.safeParse(input);
    if (!parsed.success) return refusedField(parsed.error);
    try {
      return await work(ctx, parsed.data);
    } catch (error) {
      if (isNamed(error, "Forbidden")) return refused("not-allowed");
      if (isNamed(error, "NotFound")) return refused("not-found");
      throw error;
    } finally {
      revalidatePath(`/${workspace}`, "layout");
    }
  };
}

/** Names the first field at fault. */
export function refusedField(error: z.ZodError): Refused<"invalid-input"> {
  return refused("invalid-input", { field: error.issues[0]?.path.join(".") ?? "" });
}
