import type { Account } from "#lib/accounts/account";

/** Where people see what an account posted; undefined where we do not know a network's addresses. */
export function profileUrl({
  network,
  remoteId,
}: Pick<Account, "network" | "remoteId">): string | undefined {
  const urls: Record<string, string> = {
    bluesky: `https://bsky.app/profile/${remoteId}`,
    practice: `/practice/${encodeURIComponent(remoteId)}`,
  };
  return urls[network];
}
