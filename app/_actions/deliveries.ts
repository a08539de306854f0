"use server";

import { redirect } from "next/navigation";

import { deletePublished } from "#lib/deliveries/delete-published";
import { editPublished } from "#lib/deliveries/edit-published";
import {
  resolveDeliveryInput,
  deliveryIdInput,
  editPublishedInput,
  moveDeliveryInput,
} from "#lib/deliveries/input";
import { moveDelivery } from "#lib/deliveries/move-delivery";
import { resolveDelivery } from "#lib/deliveries/resolve-delivery";
import { rewriteDelivery } from "#lib/deliveries/rewrite-delivery";
import { undoResolution } from "#lib/deliveries/undo-resolution";
import { ok, refused, type Result } from "#lib/kernel/result";

import { fieldsOf, type FormState } from "./form-state.ts";
import { workspaceAction } from "./workspace-action.ts";

export const deletePublishedAction = workspaceAction(deliveryIdInput, deletePublished);
export const editPublishedAction = workspaceAction(editPublishedInput, editPublished);
export const takeBackAnswerAction = workspaceAction(deliveryIdInput, undoResolution);

const answer = workspaceAction(resolveDeliveryInput, resolveDelivery);
const move = workspaceAction(moveDeliveryInput, moveDelivery);
const rewrite = workspaceAction(deliveryIdInput, rewriteDelivery);

const fields = ["workspace", "deliveryId", "answer", "candidate", "url", "at"];

/** What a person answered in the form of a delivery; where it goes on somewhere else, `goTo` says where. */
export async function giveAnswerAction(
  form: FormData,
): Promise<Result<{ answer: string; goTo?: string }, string>> {
  const typed = fieldsOf(form, fields);
  const { workspace = "", deliveryId = "", answer: given = "" } = typed;
  if (given === "rewrite") {
    const written = await rewrite(workspace, { deliveryId });
    if (!written.ok) return written;
    return ok({ answer: given, goTo: `/${workspace}/compose?post=${written.value.postId}` });
  }
  const outcome =
    given === "move" ? await moveTo(workspace, deliveryId, typed) : await settle(workspace, typed);
  return outcome.ok ? ok({ answer: given }) : outcome;
}

/** As `giveAnswerAction`, for a browser without script: goes on to the page of what is still open. */
export async function giveAnswerFormAction(_before: FormState, form: FormData): Promise<FormState> {
  const typed = fieldsOf(form, fields);
  const outcome = await giveAnswerAction(form);
  if (!outcome.ok) return { typed, refusal: outcome.refusal, detail: outcome.detail };
  const { answer: given, goTo } = outcome.value;
  const { workspace = "", deliveryId = "" } = typed;
  redirect(goTo ?? `/${workspace}/needs-you?answered=${given}&delivery=${deliveryId}`);
}

export async function takeBackFormAction(_before: FormState, form: FormData): Promise<FormState> {
  const { workspace = "", deliveryId = "" } = fieldsOf(form, fields);
  const outcome = await takeBackAnswerAction(workspace, { deliveryId });
  if (!outcome.ok) return { typed: {}, refusal: outcome.refusal, detail: outcome.detail };
  redirect(`/${workspace}/needs-you`);
}

async function moveTo(workspace: string, deliveryId: string, { at = "" }: Fields) {
  return move(workspace, { deliveryId, when: { kind: "wall-clock", at } });
}

type Fields = Readonly<Record<string, string>>;

/** One of those found, a pasted link, or neither: only the answer "it is there" names a post. */
async function settle(workspace: string, typed: Fields) {
  const { deliveryId = "", candidate = "", url = "" } = typed;
  const given = resolveDeliveryInput.shape.answer.safeParse(typed["answer"]);
  if (!given.success) return refused("invalid-input", { field: "answer" });
  const named = given.data === "is-there" ? namedPost(candidate, url.trim()) : {};
  if (!resolveDeliveryInput.shape.url.safeParse(named.url).success)
    return refused("not-an-address", { address: url });
  return answer(workspace, { deliveryId, answer: given.data, ...named });
}

function namedPost(candidate: string, url: string): { candidateRemoteId?: string; url?: string } {
  if (candidate !== "") return { candidateRemoteId: candidate };
  return url === "" ? {} : { url };
}
