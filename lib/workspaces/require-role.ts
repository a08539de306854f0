import type { Context, Role } from "../kernel/context.ts";
import { Forbidden } from "../kernel/errors.ts";

const rank: Record<Role, number> = { viewer: 0, editor: 1, manager: 2, owner: 3 };

/**
 * Throws `Forbidden` if the actor's role is too low; the first line of every use case. Viewers read, editors
 * plan and thank, managers connect accounts and change settings, owners manage members.
 */
export function requireRole(ctx: Pick<Context, "actor">, least: Role): void {
  if (rank[ctx.actor.role] < rank[least]) throw new Forbidden(`This needs the ${least} role.`);
}
