import { randomBytes } from "node:crypto";

import type { Secrets } from "../kernel/ports.ts";
import type { RefusalDetail } from "../kernel/result.ts";
import type { Connector } from "../networks/contract/connector.ts";
import type { OfferedAccount } from "../networks/contract/outcome.ts";
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
  /** What the sign-in opened, with credentials, until a person has said which of them to connect. */
  readonly offered?: readonly OfferedAccount[];
  /** The network has more than these. */
  readonly hasMore?: boolean;
}

export interface SignInFailure {
  /** Message key under `refusals`, or `connect-failed`, whose `code` is one under `connect.failures`. */
  readonly refusal: string;
  readonly detail: RefusalDetail;
}

/** Why nothing can be chosen of what a sign-in opened. */
export type ChoiceRefusal = "sign-in-of-another" | "sign-in-used" | "choice-expired";

export type SignInRefusal =
  | "sign-in-unknown"
  | "sign-in-of-another"
  | "sign-in-used"
  | "sign-in-expired";

export const signInMinutes = 15;
/** How long the accounts that a sign-in opened wait for a person to choose. */
export const choiceMinutes = 60;

/** Whoever runs commands on the machine began it there; any manager of the workspace may end it in a browser. */
const atTheTerminal = "cli";

/** Why this return is not accepted, if it is not. */
export function refusalOf(
  signIn: Pick<SignInRow, "userId" | "usedAt" | "expiresAt"> | undefined,
  userId: string,
  now: Date,
): SignInRefusal | undefined {
  if (!signIn) return "sign-in-unknown";
  if (isOfAnother(signIn, userId)) return "sign-in-of-another";
  if (signIn.usedAt) return "sign-in-used";
  if (signIn.expiresAt <= now) return "sign-in-expired";
  return undefined;
}

/** Why nothing can be chosen of what it opened, if nothing can. */
export function choiceRefusalOf(
  signIn: Pick<SignInRow, "userId" | "connectedId" | "expiresAt">,
  userId: string,
  now: Date,
): ChoiceRefusal | undefined {
  if (isOfAnother(signIn, userId)) return "sign-in-of-another";
  if (signIn.connectedId) return "sign-in-used";
  return signIn.expiresAt <= now ? "choice-expired" : undefined;
}

function isOfAnother(signIn: Pick<SignInRow, "userId">, userId: string): boolean {
  return signIn.userId !== userId && signIn.userId !== atTheTerminal;
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
