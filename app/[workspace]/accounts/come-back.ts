import type { Account } from "#lib/accounts/account";
import type { SignIn } from "#lib/accounts/show-sign-in";

import type { FormState } from "../../_actions/form-state.ts";

export interface AccountsQuery {
  readonly "sign-in"?: string;
  readonly problem?: string;
  readonly reconnect?: string;
}

/** What the accounts page shows about a sign-in at a network that the person returned from. */
export interface ComeBack {
  readonly signIn: SignIn | undefined;
  readonly connected: Account | undefined;
  /** State of the sign-in's form: the failure and what was typed. */
  readonly state: FormState | undefined;
  /** Message key under `refusals`, for a problem that belongs to no form. */
  readonly problem: string | undefined;
}

/** The problems that are looked up as messages. Anybody can write others into the address. */
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
