import type { z } from "zod";

import type { Context } from "#lib/kernel/context";
import type { Result } from "#lib/kernel/result";

import { currentUser } from "../_auth/session.ts";
import { fieldsOf, type FormState, wrongFields } from "./form-state.ts";
import { signedInContext } from "./signed-in-context.ts";
import { workspaceAction } from "./workspace-action.ts";

export interface Submitted<Value> {
  readonly state: FormState;
  readonly value?: Value;
}

/**
 * Runs a use case with a form of the workspace that its field `workspace` names. Returns all invalid fields
 * and keeps the input. (Arguments bound to an action are not sent by a form without script.)
 */
export async function submitForm<Schema extends z.ZodType, Value, Refusal extends string>(
  form: FormData,
  typed: FormState["typed"],
  schema: Schema,
  input: unknown,
  work: (ctx: Context, input: z.output<Schema>) => Promise<Result<Value, Refusal>>,
): Promise<Submitted<Value>> {
  const { workspace = "" } = fieldsOf(form, ["workspace"]);
  // Validation errors are returned only to members.
  if (!(await currentUser())) return { state: { typed, refusal: "signed-out" } };
  await signedInContext(workspace);
  const parsed = schema.safeParse(input);
  if (!parsed.success) return { state: { typed, wrong: wrongFields(parsed.error) } };
  const act = workspaceAction(schema, work);
  const outcome = await act(workspace, input as z.input<Schema>);
  if (outcome.ok) return { state: { typed, isDone: true }, value: outcome.value };
  return { state: { typed, refusal: outcome.refusal, detail: outcome.detail } };
}
