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

/** The user whose session the request carries; undefined when signed out, from wherever it was ended. */
export const currentUser = cache(async (): Promise<User | undefined> => {
  return findSession(currentRuntime(), await sessionToken());
});

export async function sessionToken(): Promise<string | undefined> {
  return (await cookies()).get(sessionCookie())?.value;
}

/** Signs a browser in, and out of the session it had: from an action only, because a page cannot set cookies. */
export async function startSession(user: User): Promise<void> {
  const runtime = currentRuntime();
  const jar = await cookies();
  await endSessionOf(runtime, await sessionToken());
  const token = await startSessionOf(runtime, user.id);
  jar.set(sessionCookie(), token, { ...cookieOptions(), maxAge: sessionSeconds });
  const kept = rememberBrowser(runtime, user, jar.get(browserCookie())?.value);
  jar.set(browserCookie(), kept, { ...cookieOptions(), maxAge: knownBrowserSeconds });
}

/** What signing in from here before has left behind. */
export async function keptByBrowser(): Promise<string | undefined> {
  return (await cookies()).get(browserCookie())?.value;
}

export async function endSession(): Promise<void> {
  await endSessionOf(currentRuntime(), await sessionToken());
  // A cookie of that name with that prefix is deleted only as it was set.
  (await cookies()).set(sessionCookie(), "", { ...cookieOptions(), maxAge: 0 });
}

export function cookieOptions() {
  return { httpOnly: true, sameSite: "lax", secure: isSecure(), path: "/" } as const;
}
