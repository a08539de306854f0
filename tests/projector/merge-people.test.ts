import { expect, test } from "vitest";

import { insertRecognition } from "#lib/advocacy/repository";
import { moments, recognitions } from "#lib/advocacy/schema";
import { recordPage } from "#lib/engagement/record-page";
import { touchpoints } from "#lib/engagement/schema";
import { touchpointTypes } from "#lib/engagement/touchpoint";
import { beliefs, classifications, transitions } from "#lib/journey/schema";
import type { RemoteTouchpoint } from "#lib/networks/contract/remote";
import { changePerson } from "#lib/people/change-person";
import { recordConsent } from "#lib/people/record-consent";
import { consents, identities, persons } from "#lib/people/schema";
import { fanRanks, figures, journeyCheckpoints, journeyStates } from "#lib/projections/schema";
import { checkDerived } from "#lib/projector/check-derived";
import { deriveWorkspace } from "#lib/projector/derive-due";
import { mergePeople } from "#lib/projector/merge-people";
import { startRebuild } from "#lib/projector/rebuild";
import { setStageByHand } from "#lib/projector/set-stage-by-hand";
import { unmergePeople } from "#lib/projector/unmerge-people";

import type { TestContext } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";

const people = 6;
const collected = touchpointTypes as readonly RemoteTouchpoint["type"][];
const texts = ["Lovely, thank you so much!", "What does it cost?", "It broke after a day, awful."];

/**
 * Two workspaces live the same life; in one of them people are merged and parted meanwhile, in any
 * order, and what is told of somebody is told in the other of whom it falls to.
 */
test.each([1, 2, 3])(
  "after any merges and undos everything is as if nobody had ever been merged (%i)",
  async (seed) => {
    const random = seeded(seed);
    const life = { merged: await haveWorkspace(), plain: await haveWorkspace() };
    const into = new Map<number, number>();
    await store(life, firstMeetings(life.plain));
    for (let step = 0; step < 30; step += 1) await live(life, into, random, step);

    await deriveWorkspace(life.merged);
    expect(await checkDerived(life.merged)).toMatchObject({ differences: [] });
    const before = await everything(life.merged);
    await startRebuild(life.merged);
    await deriveWorkspace(life.merged);
    expect(await everything(life.merged)).toEqual(before);

    while (into.size > 0) await part(life, into, random);
    await deriveWorkspace(life.merged);
    await deriveWorkspace(life.plain);
    expect(await everything(life.merged)).toEqual(await everything(life.plain));
    expect(await checkDerived(life.merged)).toMatchObject({ differences: [] });
  },
  120_000,
);

interface Life {
  readonly merged: TestContext;
  readonly plain: TestContext;
}

async function live(life: Life, into: Map<number, number>, random: () => number, step: number) {
  const chance = random();
  const one = Math.floor(random() * people);
  const two = Math.floor(random() * people);
  if (chance < 0.25) return merge(life, into, one, two);
  if (chance < 0.3) return part(life, into, random);
  if (chance < 0.35) return everywhere(life, (ctx) => deriveWorkspace(ctx));
  if (chance < 0.45) return tell(life, into, one, (ctx, id) => thank(ctx, id, step));
  if (chance < 0.55) return tell(life, into, one, (ctx, id) => refuse(ctx, id, step));
  // What somebody chooses or changes of several at once is remembered so: here only of one.
  const isAlone = rootOf(into, one) === one && !isLeading(into, one);
  if (chance < 0.7 && isAlone)
    return tell(life, into, one, (ctx, id) => (chance < 0.63 ? choose : note)(ctx, id, step));
  return store(life, page(life.plain, random, step));
}

async function merge(life: Life, into: Map<number, number>, one: number, two: number) {
  const [person, other] = [rootOf(into, one), rootOf(into, two)];
  const outcome = await mergePeople(life.merged, {
    personId: await idOf(life.merged, one),
    otherId: await idOf(life.merged, two),
  });
  expect(outcome.ok).toBe(person !== other);
  if (outcome.ok) into.set(other, person);
}

async function part({ merged }: Life, into: Map<number, number>, random: () => number) {
  const among = [...into.keys()];
  const other = among[Math.floor(random() * among.length)];
  if (other === undefined) return;
  const personId = await idOf(merged, other);
  expect(await unmergePeople(merged, { personId })).toMatchObject({ ok: true });
  into.delete(other);
}

function rootOf(into: ReadonlyMap<number, number>, person: number): number {
  const next = into.get(person);
  return next === undefined ? person : rootOf(into, next);
}

function isLeading(into: ReadonlyMap<number, number>, person: number): boolean {
  return [...into.values()].includes(person);
}

/** Told of anybody in a group it falls to whom the others were merged into. */
async function tell(
  life: Life,
  into: ReadonlyMap<number, number>,
  person: number,
  act: (ctx: TestContext, personId: string) => Promise<unknown>,
) {
  await act(life.merged, await currentIdOf(life.merged, rootOf(into, person)));
  await act(life.plain, await idOf(life.plain, rootOf(into, person)));
}

async function everywhere(life: Life, act: (ctx: TestContext) => Promise<unknown>) {
  for (const ctx of [life.merged, life.plain]) await act(ctx);
}

async function thank(ctx: TestContext, personId: string, step: number) {
  const at = new Date(ctx.clock.now().getTime() - step * 5 * 86_400_000);
  const { workspaceId } = ctx;
  const rest = {
    kind: "card",
    mergedFrom: null,
    shoutOutId: null,
    postId: null,
    url: null,
  } as const;
  await ctx.transact((tx) =>
    insertRecognition(tx, { ...rest, id: `thanks-${step}`, workspaceId, personId, at }),
  );
}

async function choose(ctx: TestContext, personId: string, step: number) {
  let count = 0;
  const newId = () => `choice-${step}-${String(count++)}`;
  await deriveWorkspace(ctx);
  await setStageByHand({ ...ctx, newId }, { personId, stageId: "stage-retention" });
}

async function refuse(ctx: TestContext, personId: string, step: number) {
  const evidence = `letter ${step}`;
  await recordConsent(ctx, { personId, scope: "mention", state: "refused", evidence });
}

async function note(ctx: TestContext, personId: string, step: number) {
  const role = step % 2 ? "staff" : "customer";
  await changePerson(ctx, { personId, role, note: `note ${step}` });
}

function firstMeetings(ctx: TestContext): RemoteTouchpoint[] {
  return Array.from({ length: people }, (_nothing, person) =>
    touch(ctx, `first-${person}`, person, { type: "like", days: 700 + person }),
  );
}

function page(ctx: TestContext, random: () => number, step: number): RemoteTouchpoint[] {
  return Array.from({ length: 1 + Math.floor(random() * 30) }, (_nothing, index) =>
    touch(ctx, `r-${step}-${index}`, Math.floor(random() * people), {
      type: collected[Math.floor(random() * collected.length)] ?? "like",
      days: random() * 600,
      ...(random() < 0.4 && { text: texts[Math.floor(random() * texts.length)] ?? "" }),
    }),
  );
}

function touch(
  ctx: TestContext,
  remoteId: string,
  person: number,
  { type, days, text }: { type: RemoteTouchpoint["type"]; days: number; text?: string },
): RemoteTouchpoint {
  return {
    remoteId,
    type,
    at: new Date(ctx.clock.now().getTime() - Math.floor(days * 24) * 3_600_000),
    person: {
      remoteId: `did:${person}`,
      handle: `p${person}.example`,
      displayName: `P${person}`,
    },
    ...(type === "review" && { stars: 1 + (remoteId.length % 5) }),
    ...(text !== undefined && { text }),
  };
}

async function store(life: Life, read: readonly RemoteTouchpoint[]) {
  const account = { id: "account", network: "fake" };
  await everywhere(life, (ctx) =>
    recordPage(ctx, account, "Europe/Amsterdam", read, async () => {}),
  );
}

/** Whose the identity was at first. */
async function idOf(ctx: TestContext, person: number): Promise<string> {
  const rows = await ctx.db.select().from(identities);
  const own = rows.find(({ remoteId }) => remoteId === `did:${person}`);
  return own?.mergedFrom ?? own?.personId ?? "";
}

async function currentIdOf(ctx: TestContext, person: number): Promise<string> {
  const rows = await ctx.db.select().from(identities);
  return rows.find(({ remoteId }) => remoteId === `did:${person}`)?.personId ?? "";
}

/** All that is stored of people and derived about them, under names that both workspaces share. */
async function everything(ctx: TestContext) {
  const { db } = ctx;
  const names = new Map<string, string>();
  for (const { id, personId, mergedFrom, handle } of await db.select().from(identities)) {
    names.set(id, `identity ${handle}`);
    names.set(mergedFrom ?? personId, `person ${handle}`);
  }
  for (const { id, remoteId } of await db.select().from(touchpoints)) names.set(id, remoteId);
  const plain = (rows: readonly object[], ...without: string[]) =>
    rows
      .map((row) => {
        const kept = Object.entries(row).filter(([key]) => !without.includes(key));
        return JSON.stringify(Object.fromEntries(kept)).replaceAll(
          /id-\d+|[\w-]+(?=\/)/g,
          (id) => names.get(id) ?? id,
        );
      })
      .toSorted();
  return {
    persons: plain(await db.select().from(persons), "version"),
    identities: plain(await db.select().from(identities)),
    consents: plain(await db.select().from(consents), "id"),
    recognitions: plain(await db.select().from(recognitions)),
    transitions: plain(await db.select().from(transitions), "id"),
    classifications: plain(await db.select().from(classifications)),
    moments: plain(await db.select().from(moments), "id"),
    beliefs: plain(await db.select().from(beliefs), "updatedAt"),
    states: plain(await db.select().from(journeyStates)),
    checkpoints: plain(await db.select().from(journeyCheckpoints)),
    ranks: plain(await db.select().from(fanRanks)),
    figures: plain((await db.select().from(figures)).filter(({ count }) => count !== 0)),
  };
}

function seeded(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e37_79b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}
