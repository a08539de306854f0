"use server";

import { redirect } from "next/navigation";

import { ruleEditInput } from "#lib/journey/rule-input";
import { changeRule } from "#lib/projector/change-rules";
import { previewRule, type RulesPreview } from "#lib/projector/preview-rules";

import { fieldsOf, type FormState } from "./form-state.ts";
import { submitForm } from "./submit-form.ts";
import { formAction } from "./take-call.ts";

export interface RuleState extends FormState {
  /** What the rule as typed would change. */
  readonly preview?: RulesPreview;
}

const names = [
  "name",
  "type",
  "condition",
  "value",
  "stage",
  "strength",
  "advocacyWeight",
  "halfLifeDays",
] as const;

/** Previews one rule; saves it if `intent` is "save". */
export const saveRuleAction = formAction<RuleState>(async (_before, form) => {
  const typed = fieldsOf(form, names);
  const { act, key } = fieldsOf(form, ["act", "key"]);
  const input = inputOf(form, { act, ...(key && { key }), rule: typed });
  if (form.get("intent") !== "save") {
    const { state, value } = await submitForm(form, typed, ruleEditInput, input, (ctx, { edit }) =>
      previewRule(ctx, edit),
    );
    return value ? { typed, preview: value } : named(state);
  }
  const { state } = await submitForm(form, typed, ruleEditInput, input, changeRule);
  if (!state.isDone) return named(state);
  redirect(`/${fieldsOf(form, ["workspace"])["workspace"] ?? ""}/settings/rules?saved`);
});

/** Switches, moves, resets or deletes a rule, according to the form's button and fields. */
export const editRuleAction = formAction<FormState>(async (_before, form) => {
  const { act, key, isOff, to } = fieldsOf(form, ["act", "key", "isOff", "to"]);
  const edit = { act, key, isOff: isOff === "yes", to: Number(to ?? 0) };
  const { state } = await submitForm(form, {}, ruleEditInput, inputOf(form, edit), changeRule);
  if (state.isDone && act === "remove")
    redirect(`/${fieldsOf(form, ["workspace"])["workspace"] ?? ""}/settings/rules?saved`);
  return state;
});

function inputOf(form: FormData, edit: unknown) {
  const { version } = fieldsOf(form, ["version"]);
  return { ...(version && { version: Number(version) }), edit };
}

/** Replaces the input's paths by the names of the form's fields. */
function named(state: FormState): FormState {
  return {
    ...state,
    ...(state.wrong && { wrong: state.wrong.map((path) => path.split(".").at(-1) ?? path) }),
  };
}
