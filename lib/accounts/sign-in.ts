import { randomBytes } from "node:crypto";

import type { Secrets } from "../kernel/ports.ts";
import type { RefusalDetail } from "../kernel/result.ts";
import type { OfferedAccount } from "../networks/contract/connect-outcome.ts";
import type { Connector } from "../networks/contract/connector.ts";
import type { JsonObject } from "../networks/contract/remote.ts";
import type { signIns } from "./schema.ts";

export type SignInRow = typeof signIns.$inferSelect;

/** Sealed part of a sign-in. `network` and `url` are removed when the sign-in is finished. */
export interface SignInMemory {
  readonly network?: JsonObject;
  /** URL of the network's page. */
  readonly url?: string;
  /** The entered answers without passwords, to fill the form again after a failure. */
  readonly typed: Readonly<Record<string, string>>;
  /** The opened accounts with their credentials, until a person has chosen. */
  readonly offered?: readonly OfferedAccount[];
  /** True if the network has more accounts than were read. */
  readonly hasMore?: boolean;
}

export interface SignInFailure {
  /** Key under `refusals`, or `connect-failed`, with a `code` under `connect.failures`. */
  readonly refusal: string;
  readonly detail: RefusalDetail;
}

export type ChoiceRefusal = "sign-in-of-another" | "sign-in-used" | "choice-expired";

export type SignInRefusal =
  | "sign-in-unknown"
  | "sign-in-of-another"
  | "sign-in-used"
  | "sign-in-expired";

export const signInMinutes = 15;
/** How long the opened accounts wait for a choice. */
export const choiceMinutes = 60;

/**
 * User id of a sign-in begun on the command line; any manager of the workspace may finish it in a browser.
 */
const atTheTerminal = "cli";

/** Returns why a return is not accepted; undefined if it is. */
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

/** Returns why no account can be chosen; undefined if one can. */
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

/** Returns a new state of 256 random bits, of which only the fingerprint is stored. */
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

export function withoutPasswords(
  fields: Connector["connectFields"],
  answers: Readonly<Record<string, string>>,
): Record<string, string> {
  const secret = new Set(fields.filter(({ kind }) => kind === "password").map(({ name }) => name));
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !secret.has(name)));
}
