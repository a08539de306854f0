import { randomBytes, timingSafeEqual } from "node:crypto";

import type { Runtime } from "../kernel/context.ts";
import type { User } from "./workspace.ts";

/** Several people may share a browser. */
const mostUsers = 5;

export const knownBrowserSeconds = 400 * 24 * 60 * 60;

/**
 * Which browser this is, if the user has signed in with it before: `kept` is what `rememberBrowser` had it
 * keep. It opens nothing by itself, and a new password makes it worthless.
 */
export function knownBrowserOf(
  { secrets }: Pick<Runtime, "secrets">,
  user: User,
  kept: string | undefined,
): string | undefined {
  return entriesOf(kept).find((entry) => {
    const [browser = "", signature = ""] = entry.split(".");
    const [ours, theirs] = [signatureOf(secrets, browser, user), signature].map((text) =>
      Buffer.from(text),
    );
    return ours && theirs && ours.length === theirs.length && timingSafeEqual(ours, theirs);
  });
}

/** What the browser is to keep from now on, in the place of `kept`. */
export function rememberBrowser(
  { secrets }: Pick<Runtime, "secrets">,
  user: User,
  kept: string | undefined,
): string {
  const known = knownBrowserOf({ secrets }, user, kept);
  const browser = randomBytes(12).toString("base64url");
  const own = known ?? `${browser}.${signatureOf(secrets, browser, user)}`;
  const others = entriesOf(kept).filter((entry) => entry !== own);
  return [own, ...others].slice(0, mostUsers).join("~");
}

function entriesOf(kept: string | undefined): string[] {
  return (kept ?? "").split("~").slice(0, mostUsers).filter(Boolean);
}

function signatureOf(secrets: Runtime["secrets"], browser: string, user: User): string {
  return secrets.sign("known-browser", `${browser}|${user.id}|${user.passwordHash}`);
}
