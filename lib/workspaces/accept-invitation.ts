import type { Db, Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import type { Runtime } from "../kernel/context.ts";
import { NotFound } from "../kernel/errors.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { acceptInvitationInput, type AcceptInvitationInput } from "./input.ts";
import { lockInvitationByToken, updateInvitation } from "./invitation-repository.ts";
import {
  refusalOf,
  tokenFingerprint,
  type Invitation,
  type InvitationRefusal,
} from "./invitation.ts";
import { findMembership, insertMembership } from "./member-repository.ts";
import { newUser, type UserDetails } from "./new-user.ts";
import { hashPassword } from "./password.ts";
import { showInvitation } from "./show-invitation.ts";
import { findUserByEmail, insertUser, requireUser } from "./user-repository.ts";
import { findWorkspace } from "./workspace-repository.ts";
import type { User, Workspace } from "./workspace.ts";

export type AcceptRefusal =
  | InvitationRefusal
  | "invitation-unknown"
  | "address-has-account"
  | "already-member";

/**
 * Lets the signed-in user, or else a new one, join the invitation's workspace. An existing user with the
 * given address is never used without being signed in (`address-has-account`).
 */
export async function acceptInvitation(
  runtime: Runtime,
  signedInUserId: string | null,
  input: AcceptInvitationInput,
): Promise<Result<{ user: User; workspace: Workspace }, AcceptRefusal>> {
  const { token, newUser: details } = acceptInvitationInput.parse(input);
  // Checked before the expensive password hash, so that invalid links cannot cause that cost.
  const shown = await showInvitation(runtime, token, null);
  if (!shown.ok) return shown;
  const passwordHash = details ? await hashPassword(details.password) : null;
  return runtime.transact(async (tx) => {
    const fingerprint = tokenFingerprint(runtime.secrets, token);
    const invitation = await lockInvitationByToken(tx, fingerprint);
    if (!invitation) return refused("invitation-unknown");
    const workspace = await findWorkspace(tx, invitation.workspaceId);
    const known = signedInUserId ? await requireUser(tx, signedInUserId) : undefined;
    const { timeZone } = workspace;
    const given = details && { ...details, timeZone, passwordHash };
    const user = known ?? invitedUser(runtime, given);
    const refusal =
      refusalOf(invitation, user.email, runtime.clock.now()) ??
      (await refusalFor(tx, workspace, user, known !== undefined));
    if (refusal) return refused(refusal);
    if (!known) await insertUser(tx, user);
    await join(tx, runtime, invitation, user);
    return ok({ user, workspace });
  });
}

/**
 * Creates the invited user with an unproven address: anyone with the link may type one, and an owner may
 * invite somebody else's address.
 */
function invitedUser(
  runtime: Runtime,
  given: Omit<UserDetails, "isEmailProven"> | undefined,
): User {
  if (!given) throw new NotFound("user", "");
  return newUser(runtime, { ...given, isEmailProven: false });
}

async function refusalFor(db: Db, workspace: Workspace, user: User, isSignedIn: boolean) {
  if (!isSignedIn && (await findUserByEmail(db, user.email))) return "address-has-account";
  if (await findMembership(db, workspace.id, user.id)) return "already-member";
  return undefined;
}

async function join(tx: Tx, runtime: Runtime, invitation: Invitation, user: User) {
  const { workspaceId, role } = invitation;
  const now = runtime.clock.now();
  const id = runtime.newId();
  await insertMembership(tx, { id, workspaceId, userId: user.id, role, createdAt: now });
  await updateInvitation(tx, invitation, { acceptedAt: now, acceptedBy: user.id });
  const ctx = { ...runtime, workspaceId, actor: { id: user.id, role } };
  await record(tx, ctx, "member.joined", user.id, { role });
}
