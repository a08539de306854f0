import { revalidatePath } from "next/cache";
import type { z } from "zod";

import type { Context } from "#lib/kernel/context";
import { isStorable } from "#lib/kernel/control-signs";
import { isPlainValue } from "#lib/kernel/plain-value";
import { refused, type Result } from "#lib/kernel/result";
import { catchRefusals, refusedField, type ThrownRefusal } from "#lib/transports/refusal";

import { currentUser } from "../_auth/session.ts";
import { signedInContext } from "./signed-in-context.ts";
import { takeCall } from "./take-call.ts";

export type ActionOutcome<Value, Refusal extends string> = Result<
  Value,
  Refusal | ThrownRefusal | "signed-out"
>;

/**
 * Makes a server action of a use case: proves membership, parses the input, refreshes the pages. Invalid
 * input, a missing permission, a missing object and an ended session are returned as refusals, so that the
 * form can show them and keep the input.
 */
export function workspaceAction<Schema extends z.ZodType, Value, Refusal extends string>(
  schema: Schema,
  work: (ctx: Context, input: z.output<Schema>) => Promise<Result<Value, Refusal>>,
) {
  return async (
    workspace: string,
    input: z.input<Schema>,
  ): Promise<ActionOutcome<Value, Refusal>> => {
    takeCall(typeof workspace === "string" && isPlain(input));
    if (!(await currentUser())) return refused("signed-out");
    const ctx = await signedInContext(workspace);
    if (!isStorable(input)) return refused("invalid-input", { field: "?" });
    const parsed = schema.safeParse(input);
    if (!parsed.success) return refusedField(parsed.error);
    try {
      return await catchRefusals(() => work(ctx, parsed.data));
    } finally {
      revalidatePath(`/${workspace}`, "layout");
    }
  };
}

/** Whether the input is an object of plain values, as our pages send it. */
function isPlain(input: unknown): boolean {
  const isObject = typeof input === "object" && input !== null && !Array.isArray(input);
  return isObject && !(input instanceof Date) && isPlainValue(input);
}
