import type { AuthOptions } from "next-auth";

import { currentEnvironment, currentRuntime } from "#lib/runtime/current";
import { showUser } from "#lib/workspaces/show-user";
import { signInWithOpenId } from "#lib/workspaces/sign-in-with-open-id";

import { openIdProvider, type OpenIdProfile } from "./open-id-provider.ts";
import { claimsOf } from "./session.ts";
import { authSecret, isSecure, publicUrl, sessionCookie, sessionSeconds } from "./settings.ts";

/**
 * next-auth drives OpenID Connect. Passwords do not pass through it: their form works before any
 * script has come, and both end in the same session.
 */
export async function authOptions(): Promise<AuthOptions> {
  process.env.NEXTAUTH_URL ??= publicUrl();
  const runtime = currentRuntime();
  const { openId } = currentEnvironment();
  return {
    secret: authSecret(runtime),
    session: { strategy: "jwt", maxAge: sessionSeconds },
    useSecureCookies: isSecure(),
    cookies: {
      sessionToken: {
        name: sessionCookie(),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() },
      },
    },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: openId ? [openIdProvider(openId)] : [],
    callbacks: {
      async signIn({ user, profile }) {
        const outcome = await signInWithOpenId(runtime, claimsFrom(profile, openId?.issuer));
        if (!outcome.ok) return `/sign-in?error=${outcome.refusal}`;
        user.id = outcome.value.id;
        return true;
      },
      // `trigger` "update" comes from the browser: nothing it says is taken over.
      async jwt({ token, user, trigger }) {
        if (trigger === "update" || !user) return token;
        const known = await showUser(runtime, user.id);
        return known ? claimsOf(known) : {};
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
  };
}

function claimsFrom(profile: unknown, issuer = "") {
  const { sub, email, email_verified: verified } = profile as OpenIdProfile;
  return { issuer, subject: sub, email, isEmailVerified: verified === true };
}
