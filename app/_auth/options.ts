import type { AuthOptions } from "next-auth";

import { currentEnvironment, currentRuntime } from "#lib/runtime/current";
import { endSession, findSession, sessionSeconds, startSession } from "#lib/workspaces/session";
import { signInWithOpenId } from "#lib/workspaces/sign-in-with-open-id";

import { openIdProvider, type OpenIdProfile } from "./open-id-provider.ts";
import { cookieOptions, currentUser, sessionToken } from "./session.ts";
import { isSecure, publicUrl, sessionCookie } from "./settings.ts";

/**
 * Options for next-auth, which handles only OpenID Connect. Passwords bypass it, so that their form works
 * without script; both ways end in a session row of ours, not in a token of next-auth.
 */
export async function authOptions(): Promise<AuthOptions> {
  process.env.NEXTAUTH_URL ??= publicUrl();
  const runtime = currentRuntime();
  const { openId } = currentEnvironment();
  return {
    secret: runtime.secrets.fingerprint("next-auth", "session"),
    session: { strategy: "jwt", maxAge: sessionSeconds },
    useSecureCookies: isSecure(),
    cookies: { sessionToken: { name: sessionCookie(), options: cookieOptions() } },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: openId ? [openIdProvider(openId)] : [],
    jwt: {
      encode: async ({ token }) =>
        sessionOf(token) ?? startSession(runtime, String(token?.sub ?? "")),
      async decode({ token: session = "" }) {
        const user = await findSession(runtime, session);
        return user ? { sub: user.id, session } : null;
      },
    },
    events: { signOut: ({ token }) => endSession(runtime, sessionOf(token)) },
    callbacks: {
      async signIn({ user, profile }) {
        const before = await currentUser();
        const claims = claimsFrom(profile, openId?.issuer);
        const outcome = await signInWithOpenId(runtime, claims, before?.id);
        if (!outcome.ok) return `/sign-in?error=${outcome.refusal}`;
        await endSession(runtime, await sessionToken());
        user.id = outcome.value.id;
        return true;
      },
      // `trigger` "update" comes from the browser, so its data is ignored.
      jwt: ({ token, user }) => (user ? { sub: user.id } : token),
      session: ({ session }) => ({ expires: session.expires }),
    },
    // The default logger writes stack traces, even for an expired cookie.
    logger: {
      error: (code) => runtime.log.warn({ code }, "Signing in with OpenID did not work."),
      warn: () => {},
      debug: () => {},
    },
  };
}

function sessionOf(token: object | undefined): string | undefined {
  const { session } = { session: undefined, ...token };
  return typeof session === "string" ? session : undefined;
}

function claimsFrom(profile: unknown, issuer = "") {
  const { sub, email, email_verified: verified } = profile as OpenIdProfile;
  return { issuer, subject: sub, email, isEmailVerified: verified === true };
}
