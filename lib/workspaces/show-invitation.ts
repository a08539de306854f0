import type { Runtime, Role } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { findInvitationByToken } from "./invitation-repository.ts";
import { refusalOf, tokenFingerprint, type InvitationRefusal } from "./invitation.ts";
import { findWorkspace } from "./workspace-repository.ts";

export interface ShownInvitation {
  readonly workspace: string;
  readonly role: Role;
  /** Only this address may accept; null: anyone with the link. */
  readonly email: string | null;
}

/** Returns what a person who opens the link may see. `email` is that of the signed-in user, else null. */
export async function showInvitation(
  runtime: Pick<Runtime, "db" | "secrets" | "clock">,
  token: string,
  email: string | null,
): Promise<Result<ShownInvitation, InvitationRefusal | "invitation-unknown">> {
  const fingerprint = tokenFingerprint(runtime.secrets, token);
  const invitation = await findInvitationByToken(runtime.db, fingerprint);
  if (!invitation) return refused("invitation-unknown");
  const refusal = refusalOf(invitation, email, runtime.clock.now());
  if (refusal) return refused(refusal);
  const { name } = await findWorkspace(runtime.db, invitation.workspaceId);
  return ok({ workspace: name, role: invitation.role, email: invitation.email });
}
