import type { z } from "zod";

import type { Context } from "#lib/kernel/context";
import type { Result } from "#lib/kernel/result";

import { fieldsOf, type FormState, wrongFields } from "./form-state.ts";
import { workspaceAction } from "./workspace-action.ts";

export interface Submitted<Value> {
  readonly state: FormState;
  readonly value?: Value;
}

/**
 * A form of the workspace that its field `workspace` names: says every field that cannot be used, and
 * keeps what was typed. (Arguments bound to an action do not arrive from a form without script.)
 */
export async function submitForm<Schema extends z.ZodType, Value, Refusal extends string>(
  form: FormData,
  typed: FormState["typed"],
  schema: Schema,
  input: unknown,
  work: (ctx: Context, input: z.output<Schema>) => Promise<Result<Value, Refusal>>,
): Promise<Submitted<Value>> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) return { state: { typed, wrong: wrongFields(parsed.error) } };
  const { workspace = "" } = fieldsOf(form, ["workspace"]);
  const act = workspaceAction(schema, work);
  const outcome = await act(workspace, input as z.input<Schema>);
  if (outcome.ok) return { state: { typed, isDone: true }, value: outcome.value };
  return { state: { typed, refusal: outcome.refusal, detail: outcome.detail } };
}
