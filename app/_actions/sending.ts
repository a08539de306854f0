"use server";

import { accountIdInput } from "#lib/accounts/input";
import { pauseAccount } from "#lib/accounts/pause-account";
import { resumeAccount } from "#lib/accounts/resume-account";
import { stopSendingInput } from "#lib/deliveries/input";
import { resumeSending, stopSending } from "#lib/publisher/stop-sending";

import { type FormState, fieldsOf } from "./form-state.ts";
import { submitForm } from "./submit-form.ts";

export async function stopSendingAction(_before: FormState, form: FormData): Promise<FormState> {
  return (await submitForm(form, {}, stopSendingInput, scopeOf(form), stopSending)).state;
}

export async function resumeSendingAction(_before: FormState, form: FormData): Promise<FormState> {
  return (await submitForm(form, {}, stopSendingInput, scopeOf(form), resumeSending)).state;
}

export async function pauseAccountAction(_before: FormState, form: FormData): Promise<FormState> {
  const input = fieldsOf(form, ["accountId"]);
  return (await submitForm(form, {}, accountIdInput, input, pauseAccount)).state;
}

export async function resumeAccountAction(_before: FormState, form: FormData): Promise<FormState> {
  const input = fieldsOf(form, ["accountId"]);
  return (await submitForm(form, {}, accountIdInput, input, resumeAccount)).state;
}

function scopeOf(form: FormData) {
  return fieldsOf(form, ["scope"]);
}
