import { backoffMs } from "../jobs/backoff.ts";
import { leaseEnd } from "../jobs/lease.ts";
import type { Runtime } from "../kernel/context.ts";
import type { Mail } from "../kernel/ports.ts";
import {
  claimDigest,
  findAddressee,
  listNames,
  listWaiting,
  listWorkspaceIdsOf,
  saveMailed,
  type ClaimedDigest,
} from "./digest-repository.ts";
import { renderDigest } from "./digest.ts";
import { collectMs } from "./notify.ts";
import { listByIds } from "./repository.ts";

const leaseMs = 5 * 60_000;
/** Spread over about 16 hours. */
const maxAttempts = 12;
const limits = { firstMs: 60_000, longestMs: 4 * 3_600_000 };

/**
 * Sends each user one e-mail about all due notifications. Failed e-mails are retried after a growing backoff
 * for about 16 hours; other users' e-mails do not wait for them. Returns the number of e-mails sent.
 */
export async function sendDigests(runtime: Runtime, stopping?: AbortSignal): Promise<number> {
  const { mail, clock, db } = runtime;
  if (!mail) return 0;
  let sent = 0;
  for (const userId of await listWaiting(db, clock.now())) {
    if (stopping?.aborted) break;
    if (await sendDigest(runtime, mail, userId)) sent += 1;
  }
  return sent;
}

async function sendDigest(runtime: Runtime, mail: Mail, userId: string): Promise<boolean> {
  const all = await claim(runtime, userId);
  const workspaceIds = await listWorkspaceIdsOf(runtime.db, userId);
  const isMember = ({ workspaceId }: { workspaceId: string }) => workspaceIds.includes(workspaceId);
  await giveUp(
    runtime,
    only(all, (one) => !isMember(one)),
  );
  const claimed = only(all, isMember);
  const [first] = claimed.notifications;
  const addressee = await findAddressee(runtime.db, userId);
  if (!first) return false;
  if (!addressee?.wantsMail) return giveUp(runtime, claimed);
  const { notifications } = claimed;
  const subjects = await listByIds(
    runtime.db,
    notifications.map(({ id }) => id),
  );
  const names = await listNames(
    runtime.db,
    notifications.map(({ workspaceId }) => workspaceId),
  );
  try {
    const digest = renderDigest(subjects, {
      addressee,
      names,
      publicUrl: mail.publicUrl,
      networks: runtime.networks,
    });
    await mail.send({ ...digest, id: first.id, to: addressee.email });
  } catch (error) {
    await tryAgain(runtime, claimed, error);
    return false;
  }
  const mailedAt = runtime.clock.now();
  await runtime.transact((tx) => saveMailed(tx, claimed, { mailDueAt: null, mailedAt }));
  return true;
}

/** Also claims notifications that become due within the collecting time, so that a burst gives one e-mail. */
async function claim(runtime: Runtime, userId: string): Promise<ClaimedDigest> {
  const now = runtime.clock.now();
  const until = new Date(now.getTime() + collectMs);
  const lease = leaseEnd(now, leaseMs);
  return runtime.transact((tx) => claimDigest(tx, userId, { until, lease }));
}

function only(
  { lease, notifications }: ClaimedDigest,
  isWanted: (one: ClaimedDigest["notifications"][number]) => boolean,
): ClaimedDigest {
  return { lease, notifications: notifications.filter(isWanted) };
}

/** Retries after 1, 2, 4 … minutes, at most four hours, or gives up after the last attempt. */
async function tryAgain(runtime: Runtime, claimed: ClaimedDigest, error: unknown): Promise<void> {
  const attempts = Math.max(...claimed.notifications.map(({ mailAttempts }) => mailAttempts));
  runtime.log.warn({ error, attempts }, "The mail server did not take an e-mail.");
  if (attempts >= maxAttempts) return void (await giveUp(runtime, claimed));
  const mailDueAt = new Date(runtime.clock.now().getTime() + backoffMs(attempts, limits));
  await runtime.transact((tx) => saveMailed(tx, claimed, { mailDueAt }));
}

async function giveUp(runtime: Runtime, claimed: ClaimedDigest): Promise<false> {
  if (claimed.notifications.length > 0)
    await runtime.transact((tx) => saveMailed(tx, claimed, { mailDueAt: null }));
  return false;
}
