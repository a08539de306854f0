"use server";

import { redirect } from "next/navigation";
import type { z } from "zod";

import { deletePublished } from "#lib/deliveries/delete-published";
import { editPublished } from "#lib/deliveries/edit-published";
import { deliveryIdInput, editPublishedInput, resolveDeliveryInput } from "#lib/deliveries/input";
import { resolveDelivery } from "#lib/deliveries/resolve-delivery";
import { resolveRestored, resolveRestoredInput } from "#lib/deliveries/resolve-restored";
import { undoResolution } from "#lib/deliveries/undo-resolution";

import { fieldsOf, type FormState } from "./form-state.ts";
import { submitForm } from "./submit-form.ts";
import { formAction, isForm, takeCall } from "./take-call.ts";
import { workspaceAction } from "./workspace-action.ts";

export const deletePublishedAction = workspaceAction(deliveryIdInput, deletePublished);
export const editPublishedAction = workspaceAction(editPublishedInput, editPublished);
export const undoResolutionAction = workspaceAction(deliveryIdInput, undoResolution);

const resolve = workspaceAction(resolveDeliveryInput, resolveDelivery);

const fields = ["workspace", "deliveryId", "answer", "candidateRemoteId", "url", "at"];

/** Resolves a delivery with a person's answer. */
export async function resolveDeliveryAction(form: FormData) {
  takeCall(isForm(form));
  const { workspace = "", at, ...typed } = fieldsOf(form, fields);
  const when = at === undefined ? undefined : ({ kind: "wall-clock", at } as const);
  return resolve(workspace, { ...typed, when } as z.input<typeof resolveDeliveryInput>);
}

/** Like `resolveDeliveryAction`, for browsers without script: redirects to the page of open questions. */
export const resolveDeliveryFormAction = formAction<FormState>(async (_before, form) => {
  const outcome = await resolveDeliveryAction(form);
  const typed = fieldsOf(form, fields);
  if (!outcome.ok) return { typed, refusal: outcome.refusal, detail: outcome.detail };
  const { answer, deliveryId, postId } = outcome.value;
  const { workspace = "" } = typed;
  if (answer === "rewrite") redirect(`/${workspace}/compose?post=${postId}`);
  redirect(`/${workspace}/needs-you?answered=${answer}&delivery=${deliveryId}`);
});

export const undoResolutionFormAction = formAction<FormState>(async (_before, form) => {
  const { workspace = "", deliveryId = "" } = fieldsOf(form, fields);
  const outcome = await undoResolutionAction(workspace, { deliveryId });
  if (!outcome.ok) return { typed: {}, refusal: outcome.refusal, detail: outcome.detail };
  redirect(`/${workspace}/needs-you`);
});

export interface RestoredState extends FormState {
  readonly answered?: number;
}

/** Gives one answer for all posts that may be published already since the database was restored. */
export const resolveRestoredAction = formAction<RestoredState>(async (_before, form) => {
  const input = fieldsOf(form, ["answer", "seen"]);
  const { state, value } = await submitForm(form, {}, resolveRestoredInput, input, resolveRestored);
  return value ? { ...state, answered: value.answered } : state;
});
