"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";

import { beginSignIn } from "#lib/accounts/begin-sign-in";
import { callbackUrlOf } from "#lib/accounts/callback-url";
import { checkAccount } from "#lib/accounts/check-account";
import { chooseAccounts } from "#lib/accounts/choose-accounts";
import { connectAccount } from "#lib/accounts/connect-account";
import { disconnectAccount } from "#lib/accounts/disconnect-account";
import type { Finding } from "#lib/accounts/finding";
import {
  accountIdInput,
  beginSignInInput,
  chooseAccountsInput,
  connectAccountInput,
} from "#lib/accounts/input";
import type { ConnectField } from "#lib/networks/contract/manifest";
import { findManifest } from "#lib/networks/registry";

import { originOf } from "../_auth/settings.ts";
import { fieldsOf, type FormState } from "./form-state.ts";
import { submitForm } from "./submit-form.ts";
import { formAction } from "./take-call.ts";
import { workspaceAction } from "./workspace-action.ts";

/** Connects an account with the form's answers. On failure the form keeps everything but the passwords. */
export const connectAccountAction = formAction<FormState>(async (_before, form) => {
  const { workspace, network, accountId } = about(form);
  const fields = findManifest(network)?.connectFields ?? [];
  const input = { network, accountId, answers: answersTo(fields, form) };
  const typed = typedIn(fields, form);
  const { state } = await submitForm(form, typed, connectAccountInput, input, connectAccount);
  if (state.refusal === "choose-accounts")
    redirect(`/${workspace}/accounts/choose/${state.detail?.["signInId"]}`);
  return state.isDone ? { typed: {}, isDone: true } : withField(state);
});

/**
 * Starts a sign-in on the network's own page. Redirects to a page of ours first, because the policy forbids
 * forms to lead to other sites.
 */
export const leaveForNetworkAction = formAction<FormState>(async (_before, form) => {
  const { workspace, network, accountId } = about(form);
  const fields = findManifest(network)?.authorization?.fields ?? [];
  const publicUrl = originOf(await headers());
  const callbackUrl = callbackUrlOf(publicUrl);
  const answers = answersTo(fields, form);
  const input = { network, accountId, answers, publicUrl, callbackUrl };
  const typed = typedIn(fields, form);
  const { state, value } = await submitForm(form, typed, beginSignInInput, input, beginSignIn);
  if (value) redirect(`/${workspace}/accounts/leave/${value.signInId}`);
  return withField(state);
});

/** Connects the ticked accounts among those that one sign-in opened. */
export const chooseAccountsAction = formAction<FormState>(async (_before, form) => {
  const { workspace } = about(form);
  const { signInId = "" } = fieldsOf(form, ["signInId"]);
  const remoteIds = form.getAll("remoteId").filter((one) => typeof one === "string");
  const input = { signInId, remoteIds };
  const { state, value } = await submitForm(form, {}, chooseAccountsInput, input, chooseAccounts);
  if (value) redirect(`/${workspace}/accounts?sign-in=${encodeURIComponent(signInId)}`);
  return state;
});

export interface CheckState extends FormState {
  readonly findings?: readonly Finding[];
}

/** Checks an account at the network now. */
export const checkAccountAction = formAction<CheckState>(async (_before, form) => {
  const input = fieldsOf(form, ["accountId"]);
  const { state, value } = await submitForm(form, {}, accountIdInput, input, checkAccount);
  return { ...state, ...(value && { findings: value.findings }) };
});

export const disconnectAccountAction = workspaceAction(accountIdInput, disconnectAccount);

function about(form: FormData) {
  const given = fieldsOf(form, ["workspace", "network", "accountId"]);
  const { workspace = "", network = "", accountId } = given;
  return { workspace, network, accountId: accountId || undefined };
}

function answersTo(fields: readonly ConnectField[], form: FormData) {
  return fieldsOf(
    form,
    fields.map(({ name }) => name),
  );
}

function typedIn(fields: readonly ConnectField[], form: FormData) {
  return answersTo(
    fields.filter(({ kind }) => kind !== "password"),
    form,
  );
}

/** Names the field at fault: from the refusal, or from its path in the input. */
function withField(state: FormState): FormState {
  const field = String(state.detail?.["field"] ?? "");
  const paths = field === "" ? (state.wrong ?? []) : [field];
  return paths.length === 0
    ? state
    : { ...state, wrong: paths.map((path) => path.replace(/^answers\./, "")) };
}
