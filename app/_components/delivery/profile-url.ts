import type { Account } from "#lib/accounts/account";

/** Where people see what an account posted; undefined where we do not know a network's addresses. */
export function profileUrl({
  network,
  remoteId,
  handle,
  origin,
}: Pick<Account, "network" | "remoteId" | "handle" | "origin">): string | undefined {
  const urls: Record<string, string> = {
    bluesky: `https://bsky.app/profile/${remoteId}`,
    // Handles are `name@server`; the server itself knows its own people by name.
    mastodon: `${origin}/@${handle.split("@")[0] ?? handle}`,
    x: `https://x.com/${encodeURIComponent(handle)}`,
    practice: `/practice/${encodeURIComponent(remoteId)}`,
  };
  return urls[network];
}
