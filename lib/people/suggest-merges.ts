import type { Context } from "../kernel/context.ts";
import { requireRole } from "../workspaces/require-role.ts";
import { compareIdentities, type Resemblance } from "./compare-people.ts";
import { listHolders, listSharedKeys, listTellingKeys } from "./identity-key-repository.ts";
import { sealedKeysOf } from "./identity-keys.ts";
import type { MergeSuggestionsInput } from "./input.ts";
import { findMergeVeto } from "./merge-veto.ts";
import { listIdentitiesOf } from "./people-list-repository.ts";
import type { Identity, Person } from "./person.ts";
import { listIdentities, listPersonsById } from "./repository.ts";

export interface MergeSuggestion extends Resemblance {
  readonly person: Person;
  readonly other: Person;
  readonly identities: readonly Identity[];
  readonly otherIdentities: readonly Identity[];
}

const suggestedAtMost = 10;
const keysAtOnce = 100;
/** Maximum number of keys examined by one call; the next call continues after them. */
const keysAtMost = 2_000;

/** Returns who else this person may be, highest confidence first, without vetoed pairs. */
export async function suggestMergesOf(ctx: Context, personId: string): Promise<MergeSuggestion[]> {
  requireRole(ctx, "viewer");
  const { db, workspaceId } = ctx;
  const own = await listIdentities(db, workspaceId, personId);
  const keys = await listTellingKeys(db, workspaceId, [...new Set(own.flatMap(sealedKeysOf))]);
  const holders = await listHolders(db, workspaceId, keys);
  const others = new Set(holders.map((holder) => holder.personId));
  others.delete(personId);
  const found = await suggestionsFrom(
    ctx,
    [...others].map((otherId) => [personId, otherId] as const),
  );
  return found.toSorted(surestFirst).slice(0, suggestedAtMost);
}

export interface MergeSuggestions {
  readonly suggestions: readonly MergeSuggestion[];
  /** Pass it as `after` to continue; undefined if everything was examined. */
  readonly next: string | undefined;
}

/**
 * Returns suggestions for the whole workspace from shared keys. One call examines a bounded number of keys.
 */
export async function listMergeSuggestions(
  ctx: Context,
  { after = "", limit }: MergeSuggestionsInput,
): Promise<MergeSuggestions> {
  requireRole(ctx, "viewer");
  const { db, workspaceId } = ctx;
  const suggestions: MergeSuggestion[] = [];
  let from = after;
  for (let looked = 0; looked < keysAtMost; looked += keysAtOnce) {
    const keys = await listSharedKeys(db, workspaceId, { after: from, limit: keysAtOnce });
    const last = keys.at(-1);
    if (last === undefined) return { suggestions, next: undefined };
    suggestions.push(...(await suggestionsFromKeys(ctx, keys)));
    from = last;
    if (suggestions.length >= limit) break;
  }
  return { suggestions: suggestions.toSorted(surestFirst), next: from };
}

/** A pair that shares several keys is reported once, for the first key. */
async function suggestionsFromKeys(ctx: Context, keys: readonly string[]) {
  const telling = await listTellingKeys(ctx.db, ctx.workspaceId, keys);
  const holders = await listHolders(ctx.db, ctx.workspaceId, telling);
  const pairs = new Map<string, { key: string; pair: readonly [string, string] }>();
  for (const key of telling.toSorted()) {
    const people = [
      ...new Set(holders.flatMap((one) => (one.key === key ? one.personId : []))),
    ].toSorted();
    for (const [index, one] of people.entries())
      for (const other of people.slice(index + 1))
        if (!pairs.has(`${one}|${other}`))
          pairs.set(`${one}|${other}`, { key, pair: [one, other] });
  }
  const found = await suggestionsFrom(
    ctx,
    [...pairs.values()].map(({ pair }) => pair),
  );
  const firsts: MergeSuggestion[] = [];
  for (const suggestion of found) {
    const { person, other } = suggestion;
    const first = await firstKeyOf(ctx, suggestion);
    if (first === pairs.get([person.id, other.id].toSorted().join("|"))?.key)
      firsts.push(suggestion);
  }
  return firsts;
}

async function firstKeyOf(
  { db, workspaceId }: Context,
  { identities, otherIdentities }: MergeSuggestion,
): Promise<string | undefined> {
  const theirs = new Set(otherIdentities.flatMap(sealedKeysOf));
  const shared = identities.flatMap(sealedKeysOf).filter((key) => theirs.has(key));
  return (await listTellingKeys(db, workspaceId, shared)).toSorted()[0];
}

async function suggestionsFrom(
  ctx: Context,
  pairs: readonly (readonly [string, string])[],
): Promise<MergeSuggestion[]> {
  const { db, workspaceId } = ctx;
  const ids = [...new Set(pairs.flat())];
  const persons = new Map(
    (await listPersonsById(db, workspaceId, ids)).map((person) => [person.id, person]),
  );
  const identities = await listIdentitiesOf(db, workspaceId, ids);
  const found: MergeSuggestion[] = [];
  for (const pair of pairs) {
    const [person, other] = pair.map((id) => persons.get(id));
    const [ours = [], theirs = []] = pair.map((id) =>
      identities.filter(({ personId }) => personId === id),
    );
    const resemblance = compareIdentities(ours, theirs);
    if (!person || !other || !resemblance || isNobody(person) || isNobody(other)) continue;
    if (await findMergeVeto(db, ctx, person.id, other.id)) continue;
    found.push({ ...resemblance, person, other, identities: ours, otherIdentities: theirs });
  }
  return found;
}

/** Staff and bots are never suggested. */
function isNobody({ role }: Person): boolean {
  return role === "staff" || role === "bot";
}

const order = ["high", "medium", "low"];

function surestFirst(one: MergeSuggestion, other: MergeSuggestion): number {
  const surer = order.indexOf(one.confidence) - order.indexOf(other.confidence);
  return surer || other.reasons.length - one.reasons.length;
}
