import type { Account } from "#lib/accounts/account";
import type { SignIn } from "#lib/accounts/show-sign-in";

import type { FormState } from "../../_actions/form-state.ts";

export interface AccountsQuery {
  readonly "sign-in"?: string;
  readonly problem?: string;
  readonly reconnect?: string;
}

/** What the accounts page tells of somebody's way to a network and back. */
export interface ComeBack {
  readonly signIn: SignIn | undefined;
  readonly connected: Account | undefined;
  /** What the sign-in's form shows: a failure, and what was typed. */
  readonly state: FormState | undefined;
  /** Message key under `refusals`, for what no form is about. */
  readonly problem: string | undefined;
}

/** Addresses can be made up: only these are looked up as messages. */
const problems = [
  "not-allowed",
  "sign-in-broke",
  "sign-in-expired",
  "sign-in-of-another",
  "sign-in-unknown",
];

export function problemIn({ problem }: AccountsQuery): string | undefined {
  return problems.find((known) => known === problem);
}

export function formStateOf(signIn: SignIn | undefined): FormState | undefined {
  if (!signIn || signIn.state === "connected") return undefined;
  const { typed, failure } = signIn;
  const field = String(failure?.detail["field"] ?? "");
  return { typed, ...failure, ...(field !== "" && { wrong: [field] }) };
}
