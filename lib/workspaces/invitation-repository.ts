import { and, desc, eq, isNull } from "drizzle-orm";

import type { Db, Tx } from "../db/store.ts";
import { NotFound } from "../kernel/errors.ts";
import type { Invitation } from "./invitation.ts";
import { invitations } from "./schema.ts";

export async function insertInvitation(tx: Tx, invitation: Invitation): Promise<void> {
  await tx.insert(invitations).values(invitation);
}

/** Nobody else can use or withdraw it until the transaction ends. */
export async function lockInvitation(tx: Tx, workspaceId: string, id: string): Promise<Invitation> {
  const mine = and(eq(invitations.workspaceId, workspaceId), eq(invitations.id, id));
  const [row] = await tx.forUpdate(tx.select().from(invitations).where(mine));
  if (!row) throw new NotFound("invitation", id);
  return row;
}

/** The fingerprint stands for the workspace: whoever has the token was invited to that one alone. */
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

/** Neither used nor withdrawn; they may have expired. Newest first. */
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
