import { decode, encode } from "next-auth/jwt";
import { cookies } from "next/headers";
import { cache } from "react";

import { currentRuntime } from "#lib/runtime/current";
import { showUser } from "#lib/workspaces/show-user";
import type { User } from "#lib/workspaces/workspace";

import { authSecret, isSecure, sessionCookie, sessionSeconds } from "./settings.ts";

/** The user whose session the request carries; undefined when signed out, also everywhere at once. */
export const currentUser = cache(async (): Promise<User | undefined> => {
  const runtime = currentRuntime();
  const token = (await cookies()).get(sessionCookie())?.value;
  if (!token) return undefined;
  const claims = await decode({ token, secret: authSecret(runtime) }).catch(() => null);
  if (!claims?.sub) return undefined;
  const user = await showUser(runtime, claims.sub);
  return user && user.sessionEpoch === claims["epoch"] ? user : undefined;
});

/** Signs a browser in: from an action only, because a page cannot set cookies. */
export async function startSession(user: User): Promise<void> {
  const runtime = currentRuntime();
  const value = await encode({
    token: claimsOf(user),
    secret: authSecret(runtime),
    maxAge: sessionSeconds,
  });
  (await cookies()).set(sessionCookie(), value, {
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure(),
    path: "/",
    maxAge: sessionSeconds,
  });
}

export async function endSession(): Promise<void> {
  (await cookies()).delete(sessionCookie());
}

/** All that a session says: who, and since which epoch. Everything else is read anew at every request. */
export function claimsOf(user: User): { sub: string; epoch: number } {
  return { sub: user.id, epoch: user.sessionEpoch };
}
