import { randomBytes, timingSafeEqual } from "node:crypto";

import type { Runtime } from "../kernel/context.ts";
import type { User } from "./workspace.ts";

/** Users remembered per browser, because several people may share one. */
const mostUsers = 5;

export const knownBrowserSeconds = 400 * 24 * 60 * 60;

/**
 * Returns the browser's entry for this user if the user has signed in with it before; `kept` is the value
 * that `rememberBrowser` returned. The entry gives no access by itself, and it becomes invalid when the
 * password changes.
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

/** Returns the value that the browser has to store instead of `kept`. */
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
