import { and, desc, eq, isNull } from "drizzle-orm";

import type { Db, Tx } from "../db/store.ts";
import { NotFound } from "../kernel/errors.ts";
import type { Invitation } from "./invitation.ts";
import { invitations } from "./schema.ts";

export async function insertInvitation(tx: Tx, invitation: Invitation): Promise<void> {
  await tx.insert(invitations).values(invitation);
}

/** Locks an invitation, so that nobody else can accept or withdraw it until the transaction ends. */
export async function lockInvitation(tx: Tx, workspaceId: string, id: string): Promise<Invitation> {
  const mine = and(eq(invitations.workspaceId, workspaceId), eq(invitations.id, id));
  const [row] = await tx.forUpdate(tx.select().from(invitations).where(mine));
  if (!row) throw new NotFound("invitation", id);
  return row;
}

/**
 * Locks the invitation with this token fingerprint. No workspace id is needed, because the token belongs to
 * one workspace.
 */
export async function lockInvitationByToken(
  tx: Tx,
  fingerprint: string,
): Promise<Invitation | undefined> {
  const mine = eq(invitations.tokenFingerprint, fingerprint);
  const [row] = await tx.forUpdate(tx.select().from(invitations).where(mine));
  return row;
}

export async function updateInvitation(
  tx: Tx,
  { workspaceId, id }: Invitation,
  change: Partial<Invitation>,
): Promise<void> {
  const mine = and(eq(invitations.workspaceId, workspaceId), eq(invitations.id, id));
  await tx.update(invitations).set(change).where(mine);
}

export async function findInvitationByToken(
  db: Db,
  fingerprint: string,
): Promise<Invitation | undefined> {
  const mine = eq(invitations.tokenFingerprint, fingerprint);
  const [row] = await db.select().from(invitations).where(mine);
  return row;
}

/** Returns invitations that were neither accepted nor withdrawn, including expired ones, newest first. */
export async function listUnansweredInvitations(
  db: Db,
  workspaceId: string,
): Promise<Invitation[]> {
  const isMine = eq(invitations.workspaceId, workspaceId);
  const isUnanswered = and(isMine, isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt));
  return db
    .select()
    .from(invitations)
    .where(isUnanswered)
    .orderBy(desc(invitations.createdAt), desc(invitations.id));
}
