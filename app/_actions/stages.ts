"use server";

import { changeSilence, silenceInput } from "#lib/projector/change-silence";
import { changeStages } from "#lib/projector/change-stages";
import { previewStages, type StagesPreview } from "#lib/projector/preview-stages";
import { changeStagesInput } from "#lib/workspaces/stage-choice";

import { fieldsOf, type FormState } from "./form-state.ts";
import { submitForm } from "./submit-form.ts";
import { formAction } from "./take-call.ts";

export interface StagesState extends FormState {
  /** What the stages as typed would change. */
  readonly preview?: StagesPreview;
}

/** Previews a change of stages; saves it if `intent` is "save". */
export const changeStagesAction = formAction<StagesState>(async (_before, form) => {
  const { typed, input } = stagesOf(form);
  if (form.get("intent") === "save")
    return (await submitForm(form, typed, changeStagesInput, input, changeStages)).state;
  const { state, value } = await submitForm(
    form,
    typed,
    changeStagesInput,
    input,
    (ctx, { choice }) => previewStages(ctx, choice),
  );
  return value ? { typed, preview: value } : state;
});

export const changeSilenceAction = formAction<FormState>(async (_before, form) => {
  const typed = fieldsOf(form, ["silenceDays", "quietBuyerDays"]);
  const filled = Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [name, value.trim() || "empty"]),
  );
  const input = { ...filled, ...versionOf(form) };
  return (await submitForm(form, typed, silenceInput, input, changeSilence)).state;
});

/** Reads a template, or the fields of each stage in the order of the journey. */
function stagesOf(form: FormData) {
  const typed = fieldsOf(form, ["template"]);
  const [ids, names, meanings] = ["id", "name", "meaning"].map((field) =>
    form.getAll(`stage.${field}`).map(String),
  );
  const stages = names?.map((name, index) => {
    const id = ids?.[index];
    return { ...(id && { id }), name, meaning: meanings?.[index] };
  });
  const choice = typed["template"] === "own" ? { template: "own", stages } : typed;
  return { typed, input: { choice, ...versionOf(form) } };
}

function versionOf(form: FormData) {
  const { version } = fieldsOf(form, ["version"]);
  return version ? { version: Number(version) } : {};
}
