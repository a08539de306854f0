"use server";

import { accountIdInput } from "#lib/accounts/input";
import { pauseAccount } from "#lib/accounts/pause-account";
import { resumeAccount } from "#lib/accounts/resume-account";
import { stopSendingInput } from "#lib/deliveries/input";
import { resumeSending, stopSending } from "#lib/publisher/stop-sending";

import { type FormState, fieldsOf } from "./form-state.ts";
import { submitForm } from "./submit-form.ts";
import { formAction } from "./take-call.ts";

export const stopSendingAction = formAction<FormState>(async (_before, form) => {
  return (await submitForm(form, {}, stopSendingInput, scopeOf(form), stopSending)).state;
});

export const resumeSendingAction = formAction<FormState>(async (_before, form) => {
  return (await submitForm(form, {}, stopSendingInput, scopeOf(form), resumeSending)).state;
});

export const pauseAccountAction = formAction<FormState>(async (_before, form) => {
  const input = fieldsOf(form, ["accountId"]);
  return (await submitForm(form, {}, accountIdInput, input, pauseAccount)).state;
});

export const resumeAccountAction = formAction<FormState>(async (_before, form) => {
  const input = fieldsOf(form, ["accountId"]);
  return (await submitForm(form, {}, accountIdInput, input, resumeAccount)).state;
});

function scopeOf(form: FormData) {
  return fieldsOf(form, ["scope"]);
}
