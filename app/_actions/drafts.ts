"use server";

import { changeDraftSettings } from "#lib/advocacy/change-draft-settings";
import { draftSettingsInput } from "#lib/advocacy/draft-settings-input";
import { previewSentences, type SentencePreview } from "#lib/advocacy/preview-sentences";

import { fieldsOf, type FormState } from "./form-state.ts";
import { submitForm } from "./submit-form.ts";
import { formAction } from "./take-call.ts";

export interface DraftsState extends FormState {
  /** Each sentence as typed, filled in for a real person. */
  readonly previews?: readonly SentencePreview[];
}

/** Previews the tone and sentences with real people; saves them if `intent` is "save". */
export const changeDraftSettingsAction = formAction<DraftsState>(async (_before, form) => {
  const typed = fieldsOf(form, ["tone"]);
  const input = inputOf(form, typed);
  if (form.get("intent") === "save")
    return (await submitForm(form, typed, draftSettingsInput, input, changeDraftSettings)).state;
  const { state, value } = await submitForm(
    form,
    typed,
    draftSettingsInput,
    input,
    previewSentences,
  );
  return value ? { typed, previews: value } : state;
});

function inputOf(form: FormData, { tone }: Readonly<Record<string, string>>) {
  const { version } = fieldsOf(form, ["version"]);
  const [keys, kinds, languages, texts] = ["key", "kind", "language", "text"].map((field) =>
    form.getAll(`own.${field}`).map(String),
  );
  const own = texts?.map((text, index) => ({
    ...(keys?.[index] && { key: keys[index] }),
    kind: kinds?.[index],
    language: languages?.[index],
    text: text.replaceAll("\r\n", "\n"),
  }));
  return { ...(version && { version: Number(version) }), tone, own };
}
