import { randomBytes } from "node:crypto";

import type { Secrets } from "../kernel/ports.ts";
import type { RefusalDetail } from "../kernel/result.ts";
import type { Connector } from "../networks/contract/connector.ts";
import type { JsonObject } from "../networks/contract/remote.ts";
import type { signIns } from "./schema.ts";

/** A sign-in on a network's own page, begun and perhaps come back. */
export type SignInRow = typeof signIns.$inferSelect;

/** What stands sealed in its row. The network's part is gone as soon as the person is back. */
export interface SignInMemory {
  readonly network?: JsonObject;
  /** Where the person was sent. */
  readonly url?: string;
  /** What was asked before leaving, without passwords: after a failure it is in the form again. */
  readonly typed: Readonly<Record<string, string>>;
}

export interface SignInFailure {
  /** Message key under `refusals`, or `connect-failed`, whose `code` is one under `connect.failures`. */
  readonly refusal: string;
  readonly detail: RefusalDetail;
}

export type SignInRefusal =
  | "sign-in-unknown"
  | "sign-in-of-another"
  | "sign-in-used"
  | "sign-in-expired";

export const signInMinutes = 15;

/** Whoever runs commands on the machine began it there; any manager of the workspace may end it in a browser. */
const atTheTerminal = "cli";

/** Why this return is not accepted, if it is not. */
export function refusalOf(
  signIn: Pick<SignInRow, "userId" | "usedAt" | "expiresAt"> | undefined,
  userId: string,
  now: Date,
): SignInRefusal | undefined {
  if (!signIn) return "sign-in-unknown";
  if (signIn.userId !== userId && signIn.userId !== atTheTerminal) return "sign-in-of-another";
  if (signIn.usedAt) return "sign-in-used";
  if (signIn.expiresAt <= now) return "sign-in-expired";
  return undefined;
}

/** 256 random bits; only its fingerprint is stored. */
export function newState(): string {
  return randomBytes(32).toString("base64url");
}

export function stateFingerprint({ secrets }: { secrets: Secrets }, state: string): string {
  return secrets.fingerprint("connect", state);
}

type Place = Pick<SignInRow, "id" | "workspaceId">;

export function sealMemory(
  { secrets }: { secrets: Secrets },
  place: Place,
  memory: SignInMemory,
): string {
  return secrets.seal(JSON.stringify(memory), placeOf(place));
}

export function openMemory(
  { secrets }: { secrets: Secrets },
  signIn: Place & Pick<SignInRow, "sealed">,
): SignInMemory {
  return JSON.parse(secrets.open(signIn.sealed, placeOf(signIn)));
}

function placeOf({ id, workspaceId }: Place) {
  return { workspaceId, rowId: id, column: "sealed" };
}

/** Answers that may be shown again: everything but passwords. */
export function withoutPasswords(
  fields: Connector["connectFields"],
  answers: Readonly<Record<string, string>>,
): Record<string, string> {
  const secret = new Set(fields.filter(({ kind }) => kind === "password").map(({ name }) => name));
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !secret.has(name)));
}
