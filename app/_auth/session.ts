import { cookies } from "next/headers";
import { cache } from "react";

import { currentRuntime } from "#lib/runtime/current";
import { knownBrowserSeconds, rememberBrowser } from "#lib/workspaces/known-browser";
import {
  endSession as endSessionOf,
  findSession,
  sessionSeconds,
  startSession as startSessionOf,
} from "#lib/workspaces/session";
import type { User } from "#lib/workspaces/workspace";

import { browserCookie, isSecure, sessionCookie } from "./settings.ts";

/**
 * Returns the user of the request's session; undefined if signed out, even if another device ended the
 * session.
 */
export const currentUser = cache(async (): Promise<User | undefined> => {
  return findSession(currentRuntime(), await sessionToken());
});

export async function sessionToken(): Promise<string | undefined> {
  return (await cookies()).get(sessionCookie())?.value;
}

/**
 * Starts a session for the browser and ends its previous one. Only for actions: a page cannot set cookies.
 */
export async function startSession(user: User): Promise<void> {
  const runtime = currentRuntime();
  const jar = await cookies();
  await endSessionOf(runtime, await sessionToken());
  const token = await startSessionOf(runtime, user.id);
  jar.set(sessionCookie(), token, { ...cookieOptions(), maxAge: sessionSeconds });
  const kept = rememberBrowser(runtime, user, jar.get(browserCookie())?.value);
  jar.set(browserCookie(), kept, { ...cookieOptions(), maxAge: knownBrowserSeconds });
}

/** Returns the token that an earlier sign-in has left in this browser. */
export async function keptByBrowser(): Promise<string | undefined> {
  return (await cookies()).get(browserCookie())?.value;
}

export async function endSession(): Promise<void> {
  await endSessionOf(currentRuntime(), await sessionToken());
  // Browsers delete a cookie with a name prefix only with the attributes that it was set with.
  (await cookies()).set(sessionCookie(), "", { ...cookieOptions(), maxAge: 0 });
}

export function cookieOptions() {
  return { httpOnly: true, sameSite: "lax", secure: isSecure(), path: "/" } as const;
}
