import type { Context, Role } from "#lib/kernel/context";
import { insertMembership } from "#lib/workspaces/member-repository";
import { newUser } from "#lib/workspaces/new-user";
import { insertUser } from "#lib/workspaces/user-repository";
import type { User } from "#lib/workspaces/workspace";

/** Somebody with a role in the workspace, and how they act in it. */
export async function haveMember<Of extends Context>(
  ctx: Of,
  {
    name = "ada",
    role = "editor",
    ...over
  }: { name?: string; role?: Role } & Partial<Pick<User, "locale" | "wantsMail">> = {},
): Promise<Of> {
  const details = {
    email: `${name}@example.org`,
    name,
    locale: "en" as const,
    timeZone: "Europe/Amsterdam",
    passwordHash: null,
    isEmailProven: true,
  };
  const user = { ...newUser(ctx, details), ...over };
  await ctx.transact(async (tx) => {
    await insertUser(tx, user);
    await insertMembership(tx, {
      id: ctx.newId(),
      workspaceId: ctx.workspaceId,
      userId: user.id,
      role,
      createdAt: ctx.clock.now(),
    });
  });
  return { ...ctx, actor: { id: user.id, role } };
}
