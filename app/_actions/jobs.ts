"use server";

import { jobIdInput } from "#lib/dead-letters/input";
import { retryDeadLetter } from "#lib/dead-letters/retry-dead-letter";

import { fieldsOf, type FormState } from "./form-state.ts";
import { submitForm } from "./submit-form.ts";

/** Has work that was given up tried again. */
export async function retryJobAction(_before: FormState, form: FormData): Promise<FormState> {
  const input = fieldsOf(form, ["jobId"]);
  return (await submitForm(form, {}, jobIdInput, input, retryDeadLetter)).state;
}
