import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import type { z } from "zod";

import type { Context } from "#lib/kernel/context";
import { isNamed } from "#lib/kernel/errors";
import { refused, type Refused, type Result } from "#lib/kernel/result";

import { signedInContext } from "./signed-in-context.ts";

export type ActionOutcome<Value, Refusal extends string> = Result<
  Value,
  Refusal | "invalid-input" | "not-allowed"
>;

/**
 * Turns a use case into a server action: proves membership, parses the input, refreshes the pages.
 * What cannot be parsed and what the role does not allow are refusals too, so that a form can say so.
 */
export function workspaceAction<Schema extends z.ZodType, Value, Refusal extends string>(
  schema: Schema,
  work: (ctx: Context, input: z.output<Schema>) => Promise<Result<Value, Refusal>>,
) {
  return async (
    workspace: string,
    input: z.input<Schema>,
  ): Promise<ActionOutcome<Value, Refusal>> => {
    const ctx = await signedInContext(workspace);
    const parsed = schema.safeParse(input);
    if (!parsed.success) return refusedField(parsed.error);
    try {
      return await work(ctx, parsed.data);
    } catch (error) {
      if (isNamed(error, "Forbidden")) return refused("not-allowed");
      if (isNamed(error, "NotFound")) return notFound();
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
