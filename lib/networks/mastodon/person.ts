import type { RemoteTouchpoint } from "../contract/remote.ts";
import type { AccountAnswer } from "./wire.ts";

/**
 * `anna@wool.example`: a server numbers accounts its own way and leaves the host off its own people,
 * so only the full name means the same person wherever it is read.
 */
export function fullHandle({ acct }: Pick<AccountAnswer, "acct">, ourDomain: string): string {
  return (acct.includes("@") ? acct : `${acct}@${ourDomain}`).toLowerCase();
}

export function domainOf(handle: string): string {
  return handle.split("@").at(-1) ?? "";
}

export function personOf(account: AccountAnswer, ourDomain: string): RemoteTouchpoint["person"] {
  const handle = fullHandle(account, ourDomain);
  return {
    remoteId: handle,
    handle,
    displayName: account.display_name?.trim() || account.username,
    ...(account.url ? { url: account.url } : {}),
    ...(account.avatar ? { avatarUrl: account.avatar } : {}),
  };
}
