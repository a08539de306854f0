"use server";

import { connectAccount } from "#lib/accounts/connect-account";
import { disconnectAccount } from "#lib/accounts/disconnect-account";
import { accountIdInput, connectAccountInput } from "#lib/accounts/input";
import { connectorFor } from "#lib/networks/registry";

import { fieldsOf, type FormState } from "./form-state.ts";
import { workspaceAction } from "./workspace-action.ts";

const connect = workspaceAction(connectAccountInput, connectAccount);

/** A connect form as it was sent. Whatever goes wrong, everything but the passwords is still in it. */
export async function connectAccountAction(
  workspace: string,
  network: string,
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { connectFields } = connectorFor(network);
  const answers = fieldsOf(
    form,
    connectFields.map(({ name }) => name),
  );
  const typed = fieldsOf(
    form,
    connectFields.filter(({ kind }) => kind !== "password").map(({ name }) => name),
  );
  const outcome = await connect(workspace, { network, answers });
  if (outcome.ok) return { typed: {}, isDone: true };
  const field = String(outcome.detail["field"] ?? "");
  return {
    typed,
    refusal: outcome.refusal,
    detail: outcome.detail,
    ...(field !== "" && { wrong: [field] }),
  };
}

export const disconnectAccountAction = workspaceAction(accountIdInput, disconnectAccount);
