import { and, asc, eq } from "drizzle-orm";

import { signIns } from "../accounts/schema.ts";
import type { Db, Tx } from "../db/store.ts";
import type { Role } from "../kernel/context.ts";
import { NotFound } from "../kernel/errors.ts";
import { notifications } from "../notifications/schema.ts";
import { memberships, users, workspaces } from "./schema.ts";
import type { Membership, Workspace } from "./workspace.ts";

export async function insertMembership(tx: Tx, membership: Membership): Promise<void> {
  await tx.insert(memberships).values(membership);
}

export async function findMembership(
  db: Db,
  workspaceId: string,
  userId: string,
): Promise<Membership | undefined> {
  const [row] = await db.select().from(memberships).where(isMember(workspaceId, userId));
  return row;
}

/** Locks all memberships of the workspace, so that two owners cannot remove each other at the same time. */
export async function lockMembers(tx: Tx, workspaceId: string): Promise<Membership[]> {
  return tx.forUpdate(
    tx.select().from(memberships).where(eq(memberships.workspaceId, workspaceId)),
  );
}

export async function listMemberRows(db: Db, workspaceId: string) {
  return db
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      role: memberships.role,
      since: memberships.createdAt,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.workspaceId, workspaceId))
    .orderBy(asc(memberships.createdAt), asc(memberships.userId));
}

export async function updateRole(
  tx: Tx,
  workspaceId: string,
  userId: string,
  role: Role,
): Promise<void> {
  await tx.update(memberships).set({ role }).where(isMember(workspaceId, userId));
}

/** Deletes a membership with the member's notifications and unfinished account sign-ins in the workspace. */
export async function deleteMembership(tx: Tx, workspaceId: string, userId: string) {
  await tx.delete(memberships).where(isMember(workspaceId, userId));
  for (const table of [notifications, signIns])
    await tx.delete(table).where(and(eq(table.workspaceId, workspaceId), eq(table.userId, userId)));
}

export async function listWorkspacesOf(
  db: Db,
  userId: string,
): Promise<(Workspace & { role: Role })[]> {
  const rows = await db
    .select({ workspace: workspaces, role: memberships.role })
    .from(memberships)
    .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .where(eq(memberships.userId, userId))
    .orderBy(asc(workspaces.createdAt), asc(workspaces.id));
  return rows.map(({ workspace, role }) => ({ ...workspace, role }));
}

/** Returns the workspace with this slug. Throws `NotFound` if the user is not a member. */
export async function findWorkspaceOf(
  db: Db,
  userId: string,
  slug: string,
): Promise<{ workspace: Workspace; role: Role }> {
  const [row] = await db
    .select({ workspace: workspaces, role: memberships.role })
    .from(memberships)
    .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .where(and(eq(memberships.userId, userId), eq(workspaces.slug, slug)));
  if (!row) throw new NotFound("workspace", slug);
  return row;
}

function isMember(workspaceId: string, userId: string) {
  return and(eq(memberships.workspaceId, workspaceId), eq(memberships.userId, userId));
}
