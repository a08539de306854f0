import type { Runtime } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { findUserByEmail, findUserByOpenId, updateUser } from "./user-repository.ts";
import type { User } from "./workspace.ts";

export interface OpenIdClaims {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | undefined;
  readonly isEmailVerified: boolean;
}

/**
 * Returns the user of an OpenID identity. At the first sign-in the identity is linked to the user with the
 * same verified address; no user is created. If that address was only typed, into an invitation or when
 * accepting one, another person may know the user's password, so the user must have signed in with it
 * (`signedInUserId`) before.
 */
export async function signInWithOpenId(
  runtime: Runtime,
  { issuer, subject, email, isEmailVerified }: OpenIdClaims,
  signedInUserId?: string,
): Promise<Result<User, "not-invited" | "email-not-verified" | "sign-in-first">> {
  const name = `${issuer}|${subject}`;
  const known = await findUserByOpenId(runtime.db, name);
  if (known) return ok(known);
  if (!email || !isEmailVerified) return refused("email-not-verified");
  return runtime.transact(async (tx) => {
    const user = await findUserByEmail(tx, email.toLowerCase());
    if (!user || user.openIdSubject !== null) return refused("not-invited");
    if (!user.emailProvenAt && user.id !== signedInUserId) return refused("sign-in-first");
    const change = {
      openIdSubject: name,
      emailProvenAt: user.emailProvenAt ?? runtime.clock.now(),
    };
    await updateUser(tx, user.id, change);
    return ok({ ...user, ...change });
  });
}
