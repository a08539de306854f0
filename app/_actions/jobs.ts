"use server";

import { jobIdInput } from "#lib/dead-letters/input";
import { retryDeadLetter } from "#lib/dead-letters/retry-dead-letter";

import { fieldsOf, type FormState } from "./form-state.ts";
import { submitForm } from "./submit-form.ts";
import { formAction } from "./take-call.ts";

/** Retries a dead letter. */
export const retryJobAction = formAction<FormState>(async (_before, form) => {
  const input = fieldsOf(form, ["jobId"]);
  return (await submitForm(form, {}, jobIdInput, input, retryDeadLetter)).state;
});
