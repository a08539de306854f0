import type { RemotePerson } from "../contract/remote.ts";
import { nameWithoutCodes } from "./emoji-codes.ts";
import type { AccountAnswer } from "./wire.ts";

/**
 * Returns `anna@wool.example`. Servers have their own account ids and omit the host for their own users, so
 * only the full name identifies the person on every server.
 */
export function fullHandle({ acct }: Pick<AccountAnswer, "acct">, ourDomain: string): string {
  return (acct.includes("@") ? acct : `${acct}@${ourDomain}`).toLowerCase();
}

export function domainOf(handle: string): string {
  return handle.split("@").at(-1) ?? "";
}

/** On this network a person always has a handle and a display name. */
type NamedPerson = RemotePerson & { readonly handle: string; readonly displayName: string };

export function personOf(account: AccountAnswer, ourDomain: string): NamedPerson {
  const handle = fullHandle(account, ourDomain);
  return {
    remoteId: handle,
    handle,
    displayName: nameWithoutCodes(account.display_name ?? "", account) || account.username,
    ...(account.url ? { url: account.url } : {}),
    ...(account.avatar ? { avatarUrl: account.avatar } : {}),
    ...aboutOf(account),
  };
}

function aboutOf({ note, fields }: AccountAnswer): { about?: string } {
  if (note === undefined && fields === undefined) return {};
  return { about: [note ?? "", ...(fields ?? []).map(({ value }) => value)].join(" ") };
}
