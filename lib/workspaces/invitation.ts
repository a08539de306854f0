import { randomBytes } from "node:crypto";

import type { Secrets } from "../kernel/ports.ts";
import type { invitations } from "./schema.ts";

export type Invitation = typeof invitations.$inferSelect;

export type InvitationRefusal =
  | "invitation-used"
  | "invitation-withdrawn"
  | "invitation-expired"
  | "invitation-for-other-address";

export const invitationDays = 7;

/** Returns 256 random bits; only their `tokenFingerprint` is stored. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

export function tokenFingerprint(secrets: Secrets, token: string): string {
  return secrets.fingerprint("invitation", token);
}

/**
 * Returns why the invitation cannot be accepted by `email` (lower case, null if unknown) now; undefined if it
 * can.
 */
export function refusalOf(
  invitation: Invitation,
  email: string | null,
  now: Date,
): InvitationRefusal | undefined {
  if (invitation.acceptedAt) return "invitation-used";
  if (invitation.withdrawnAt) return "invitation-withdrawn";
  if (invitation.expiresAt <= now) return "invitation-expired";
  if (email && invitation.email && invitation.email !== email)
    return "invitation-for-other-address";
  return undefined;
}
