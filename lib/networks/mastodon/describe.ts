import type { DescribeOutcome } from "../contract/outcome.ts";
import type { Session } from "../contract/session.ts";
import { counted } from "../kit/counted.ts";
import { unread } from "../kit/read-failure.ts";
import { callAs } from "./call.ts";
import { ownAccount } from "./connected-as.ts";
import { readInstance } from "./instance.ts";
import { limitsOf } from "./limits.ts";
import { domainOf, personOf } from "./person.ts";
import { accessToken } from "./token.ts";
import { account } from "./wire.ts";

/** Asks the server again instead of using remembered limits, because its operator may have changed them. */
export async function describe(session: Session): Promise<DescribeOutcome> {
  const own = await callAs(session, { path: ownAccount, shape: account });
  if (own.kind !== "ok") return unread(own);
  const instance = await readInstance(
    session,
    session.account.origin,
    accessToken(session.credentials),
  );
  if (instance.kind !== "ok") return unread(instance);
  // Keeps the domain that was verified when the account was connected; the server may now claim another.
  const acct = `${own.value.username}@${domainOf(session.account.remoteId)}`;
  const { handle, displayName, avatarUrl } = personOf(
    { ...own.value, acct },
    instance.value.domain,
  );
  const limits = limitsOf(instance.value.configuration);
  const followers = counted(own.value.followers_count);
  return { kind: "described", handle, displayName, avatarUrl, limits, ...followers };
}
