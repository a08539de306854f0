import { randomBytes } from "node:crypto";

import type { Runtime } from "../kernel/context.ts";
import {
  deleteAllSessions,
  deleteEndedSessions,
  deleteSession,
  findSessionUser,
  insertSession,
} from "./session-repository.ts";
import type { User } from "./workspace.ts";

/** Counted from signing in; nothing makes it longer. */
export const sessionSeconds = 30 * 24 * 60 * 60;

/** Signs somebody in: returns the token for the browser to keep, which is written down nowhere else. */
export async function startSession(runtime: Runtime, userId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const startedAt = runtime.clock.now();
  const endsAt = new Date(startedAt.getTime() + sessionSeconds * 1_000);
  await runtime.transact(async (tx) => {
    await deleteEndedSessions(tx, startedAt);
    await insertSession(tx, { id: fingerprintOf(runtime, token), userId, startedAt, endsAt });
  });
  return token;
}

/** Whose session it is; undefined for what is none, or has ended. */
export async function findSession(
  runtime: Pick<Runtime, "db" | "secrets" | "clock">,
  token: string | undefined,
): Promise<User | undefined> {
  if (!token) return undefined;
  return findSessionUser(runtime.db, fingerprintOf(runtime, token), runtime.clock.now());
}

/** A copy of the token is worth nothing from now on. */
export async function endSession(runtime: Runtime, token: string | undefined): Promise<void> {
  if (!token) return;
  await runtime.transact((tx) => deleteSession(tx, fingerprintOf(runtime, token)));
}

/** For a database that was put back: what had ended since would go on. */
export async function endAllSessions(runtime: Pick<Runtime, "transact">): Promise<void> {
  await runtime.transact(deleteAllSessions);
}

function fingerprintOf({ secrets }: Pick<Runtime, "secrets">, token: string): string {
  return secrets.fingerprint("session", token);
}
