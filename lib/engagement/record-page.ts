import type { Tx } from "../db/store.ts";
import { record } from "../events/record.ts";
import { batchesOf } from "../kernel/batches.ts";
import type { Context } from "../kernel/context.ts";
import type { RemoteTouchpoint } from "../networks/contract/remote.ts";
import { findOrCreatePeople } from "../people/find-or-create-people.ts";
import { listErased } from "../people/list-erased.ts";
import type { Identity } from "../people/person.ts";
import { markTouchpointsDue, type Positioned } from "../projections/mark-due.ts";
import type { CollectedAccount } from "./collection-repository.ts";
import { chainsAmong, sameWordsWithinMs } from "./duplicate-text.ts";
import { observedProfile, withoutErased, readRemote, type ReadTouchpoint } from "./remote-page.ts";
import {
  insertNewTouchpoints,
  listAnswered,
  listChains,
  listSameWords,
  markAsContest,
} from "./repository.ts";
import { touchpointRow, type TouchpointFacts } from "./touchpoint-row.ts";
import type { Touchpoint } from "./touchpoint.ts";

/** One event names at most this many touchpoints. */
const idsPerEvent = 100;

type Answered = Awaited<ReturnType<typeof listAnswered>>;

/**
 * Stores one page of touchpoints and, through `saveCursor`, the cursor behind it, in one transaction. Known
 * touchpoints stay unchanged. Returns the new ones, which are also recorded as events.
 */
export async function recordPage(
  ctx: Context,
  account: Pick<CollectedAccount, "id" | "network">,
  timeZone: string,
  page: readonly RemoteTouchpoint[],
  saveCursor: (tx: Tx) => Promise<void>,
): Promise<Touchpoint[]> {
  const read = page.map(readRemote);
  return ctx.transact(async (tx) => {
    const authors = read.map(({ remote }) => remote.person.remoteId);
    const kept = withoutErased(read, await listErased(tx, ctx, account.network, authors));
    const identities = await findOrCreatePeople(
      tx,
      ctx,
      account.network,
      kept.map(observedProfile),
    );
    const answered = await listAnswered(
      tx,
      { workspaceId: ctx.workspaceId, accountId: account.id },
      kept.flatMap(({ remote }) => remote.onRemoteId ?? []),
    );
    const rows = kept.flatMap((one) => {
      const identity = identities.get(one.remote.person.remoteId);
      return identity ? [touchpointOf(ctx, account, timeZone, one, identity, answered)] : [];
    });
    const added = await insertNewTouchpoints(tx, rows);
    const changed = await markChains(tx, ctx, added);
    await recordAdded(tx, ctx, account.id, { added, changed });
    await saveCursor(tx);
    return added;
  });
}

/**
 * Stores the new ones of these touchpoints, added by hand or from a list, with their events. Returns them.
 */
export async function recordTouchpoints(
  tx: Tx,
  ctx: Context,
  source: "hand" | "csv",
  touchpoints: readonly Touchpoint[],
): Promise<Touchpoint[]> {
  const added = await insertNewTouchpoints(tx, touchpoints);
  await recordAdded(tx, ctx, source, { added });
  return added;
}

/** Marks what has to be derived for new and changed touchpoints, and records events for the new ones. */
async function recordAdded(
  tx: Tx,
  ctx: Context,
  subjectId: string,
  { added, changed = [] }: { added: readonly Touchpoint[]; changed?: readonly Positioned[] },
): Promise<void> {
  await markTouchpointsDue(tx, ctx, { added, changed });
  for (const batch of batchesOf(added, idsPerEvent)) {
    const ids = batch.map((touchpoint) => touchpoint.id);
    await record(tx, ctx, "touchpoints.recorded", subjectId, { ids });
  }
}

function touchpointOf(
  ctx: Context,
  account: Pick<CollectedAccount, "id" | "network">,
  timeZone: string,
  { remote, text, signals }: ReadTouchpoint,
  identity: Identity,
  answered: Answered,
): Touchpoint {
  const about = remote.onRemoteId === undefined ? undefined : answered.get(remote.onRemoteId);
  const told: TouchpointFacts = {
    ...about,
    identityId: identity.id,
    type: remote.type,
    channel: account.network,
    modality: "digital",
    occurredAt: remote.at,
    remoteId: remote.remoteId,
    accountId: account.id,
    text,
    url: remote.url?.slice(0, 2_000) ?? null,
    replyTarget: remote.replyTarget ?? null,
    stars: remote.stars ?? null,
    hasImage: remote.hasImage ?? false,
    isAnswerToOther: about !== undefined && remote.isAnswerToOther === true,
    source: "collected",
  };
  return touchpointRow(ctx, timeZone, told, signals);
}

/**
 * Marks texts that several people wrote as contest. Returns all touchpoints that this changed, new ones
 * included.
 */
async function markChains(
  tx: Tx,
  ctx: Context,
  added: readonly Touchpoint[],
): Promise<readonly Positioned[]> {
  const digests = [...new Set(added.flatMap(({ textDigest }) => textDigest ?? []))];
  const since = new Date(ctx.clock.now().getTime() - sameWordsWithinMs);
  const known = await listChains(tx, ctx.workspaceId, digests, since);
  const others = digests.filter((digest) => !known.includes(digest));
  const said = await listSameWords(tx, ctx.workspaceId, others, since);
  return markAsContest(tx, ctx.workspaceId, [...known, ...chainsAmong(said)], since);
}
