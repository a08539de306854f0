"use server";

import { markReadInput } from "#lib/notifications/input";
import { markNotificationsRead } from "#lib/notifications/mark-notifications-read";

import { fieldsOf, type FormState } from "./form-state.ts";
import { submitForm } from "./submit-form.ts";
import { formAction } from "./take-call.ts";

/** Marks one notification as read if the form names it, otherwise all. */
export const markReadAction = formAction<FormState>(async (_before, form) => {
  const { id } = fieldsOf(form, ["id"]);
  const input = id ? { ids: [id] } : {};
  return (await submitForm(form, {}, markReadInput, input, markNotificationsRead)).state;
});
