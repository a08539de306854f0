import type { Tx } from "../db/store.ts";
import { batchesOf } from "../kernel/batches.ts";
import type { Context } from "../kernel/context.ts";
import { findOrCreatePeople } from "../people/find-or-create-people.ts";
import { listErased } from "../people/list-erased.ts";
import { listIdentitiesByHandle } from "../people/list-identities-by-handle.ts";
import { ownRecords } from "../people/person.ts";
import type { ImportRow } from "./import-row.ts";
import { answerableLanguage, languageOf } from "./text-signals/language.ts";

/** The identity id of each row. Missing for rows from before the person was erased. */
export type ImportedPeople = ReadonlyMap<ImportRow, string>;

const peopleAtOnce = 200;

/**
 * Finds or creates the identity of each row. A handle that the network reported before is that identity; all
 * other people get an identity of our own records, because the same name on a network proves nothing.
 */
export async function findImportedPeople(
  tx: Tx,
  ctx: Context,
  rows: readonly ImportRow[],
): Promise<ImportedPeople> {
  const onNetworks = await listIdentitiesByHandle(
    tx,
    ctx,
    rows.flatMap(({ channel, handle }) => (handle ? [{ network: channel, handle }] : [])),
  );
  const met = new Map<ImportRow, string>();
  const others: ImportRow[] = [];
  for (const row of rows) {
    const known = onNetworks.get(`${row.channel} ${row.handle.toLowerCase()}`);
    if (known && row.handle) met.set(row, known.id);
    else others.push(row);
  }
  const keys = [...new Set(others.map(({ personKey }) => personKey))];
  for (const batch of batchesOf(keys, peopleAtOnce)) {
    const some = new Set(batch);
    const theirs = others.filter(({ personKey }) => some.has(personKey));
    await meetByRecords(tx, ctx, theirs, met);
  }
  return met;
}

async function meetByRecords(
  tx: Tx,
  ctx: Context,
  rows: readonly ImportRow[],
  met: Map<ImportRow, string>,
): Promise<void> {
  const erased = await listErased(
    tx,
    ctx,
    ownRecords,
    rows.map((row) => row.personKey),
  );
  const kept = rows.filter(({ personKey, at }) => !(at <= (erased.get(personKey) ?? new Date(0))));
  const found = kept.map((row) => ({
    remoteId: row.personKey,
    handle: row.handle || row.name,
    displayName: row.name,
    language: row.text ? answerableLanguage(languageOf(row.text)) : undefined,
    firstAt: row.at,
    lastAt: row.at,
  }));
  const identities = await findOrCreatePeople(tx, ctx, ownRecords, found);
  for (const row of kept) {
    const identity = identities.get(row.personKey);
    if (identity) met.set(row, identity.id);
  }
}
