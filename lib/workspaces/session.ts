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

/** Lifetime of a session from the sign-in; it is never extended. */
export const sessionSeconds = 30 * 24 * 60 * 60;

/** Starts a session and returns the browser's token, which is not stored here. */
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

/** Returns the user of a session; undefined if there is no such session or it has ended. */
export async function findSession(
  runtime: Pick<Runtime, "db" | "secrets" | "clock">,
  token: string | undefined,
): Promise<User | undefined> {
  if (!token) return undefined;
  return findSessionUser(runtime.db, fingerprintOf(runtime, token), runtime.clock.now());
}

/** Ends a session, so that copies of its token become invalid. */
export async function endSession(runtime: Runtime, token: string | undefined): Promise<void> {
  if (!token) return;
  await runtime.transact((tx) => deleteSession(tx, fingerprintOf(runtime, token)));
}

/** Ends all sessions after a restore, because the backup may contain sessions that were ended later. */
export async function endAllSessions(runtime: Pick<Runtime, "transact">): Promise<void> {
  await runtime.transact(deleteAllSessions);
}

function fingerprintOf({ secrets }: Pick<Runtime, "secrets">, token: string): string {
  return secrets.fingerprint("session", token);
}
