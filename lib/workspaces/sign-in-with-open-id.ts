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
 * Who an OpenID provider says it is. The first time, an address that the provider has verified
 * ties it to the user with that address; nobody gets an account by signing in.
 *
 * Where the address was only typed into an invitation, by who made it or who used it, somebody else may know the
 * password of that account: it is tied once its user, signed in with the password (`signedInUserId`), comes back from the provider.
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
