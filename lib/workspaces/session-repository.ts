import { and, eq, gt, lte } from "drizzle-orm";

import type { Db, Tx } from "../db/store.ts";
import { sessions, users } from "./schema.ts";
import type { User } from "./workspace.ts";

type Session = typeof sessions.$inferSelect;

export async function insertSession(tx: Tx, session: Session): Promise<void> {
  await tx.insert(sessions).values(session);
}

export async function findSessionUser(db: Db, id: string, now: Date): Promise<User | undefined> {
  const [row] = await db
    .select({ user: users })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.id, id), gt(sessions.endsAt, now)));
  return row?.user;
}

export async function deleteSession(tx: Tx, id: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.id, id));
}

export async function deleteSessionsOf(tx: Tx, userId: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.userId, userId));
}

export async function deleteEndedSessions(tx: Tx, now: Date): Promise<void> {
  await tx.delete(sessions).where(lte(sessions.endsAt, now));
}

export async function deleteAllSessions(tx: Tx): Promise<void> {
  await tx.delete(sessions);
}
