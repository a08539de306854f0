import { and, eq, lte } from "drizzle-orm";

import type { Db, Tx } from "../db/store.ts";
import { NotFound } from "../kernel/errors.ts";
import { signIns } from "./schema.ts";
import type { SignInRow } from "./sign-in.ts";

export async function insertSignIn(tx: Tx, row: SignInRow): Promise<void> {
  await tx.insert(signIns).values(row);
}

export async function findSignIn(db: Db, workspaceId: string, id: string): Promise<SignInRow> {
  const mine = and(eq(signIns.workspaceId, workspaceId), eq(signIns.id, id));
  const [row] = await db.select().from(signIns).where(mine);
  if (!row) throw new NotFound("sign-in", id);
  return row;
}

/** Finds a sign-in in any workspace: the state is secret and belongs to one sign-in. */
export async function findSignInByState(
  db: Db,
  fingerprint: string,
): Promise<SignInRow | undefined> {
  const [row] = await db.select().from(signIns).where(eq(signIns.stateFingerprint, fingerprint));
  return row;
}

/** Finds and locks a sign-in until the transaction ends; undefined if there is none. */
export async function lockSignInByState(
  tx: Tx,
  workspaceId: string,
  fingerprint: string,
): Promise<SignInRow | undefined> {
  const mine = and(eq(signIns.workspaceId, workspaceId), eq(signIns.stateFingerprint, fingerprint));
  const [row] = await tx.forUpdate(tx.select().from(signIns).where(mine));
  return row;
}

export async function lockSignIn(tx: Tx, workspaceId: string, id: string): Promise<SignInRow> {
  const mine = and(eq(signIns.workspaceId, workspaceId), eq(signIns.id, id));
  const [row] = await tx.forUpdate(tx.select().from(signIns).where(mine));
  if (!row) throw new NotFound("sign-in", id);
  return row;
}

export async function updateSignIn(
  tx: Tx,
  { workspaceId, id }: Pick<SignInRow, "workspaceId" | "id">,
  change: Partial<SignInRow>,
): Promise<void> {
  const mine = and(eq(signIns.workspaceId, workspaceId), eq(signIns.id, id));
  await tx.update(signIns).set(change).where(mine);
}

export async function deleteSignInsBefore(tx: Tx, workspaceId: string, at: Date): Promise<void> {
  const mine = and(eq(signIns.workspaceId, workspaceId), lte(signIns.expiresAt, at));
  await tx.delete(signIns).where(mine);
}
