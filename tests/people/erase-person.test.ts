import { getTableName, is, Table } from "drizzle-orm";
import { expect, test } from "vitest";

import * as advocacy from "#lib/advocacy/schema";
import type { Tx } from "#lib/db/store";
import { collectAccount } from "#lib/engagement/collect-account";
import { listTouchpoints } from "#lib/engagement/list-touchpoints";
import * as engagement from "#lib/engagement/schema";
import * as journey from "#lib/journey/schema";
import { erasePerson } from "#lib/people/erase-person";
import { exportPerson } from "#lib/people/export-person";
import { listPeople } from "#lib/people/list-people";
import { recordConsent } from "#lib/people/record-consent";
import * as people from "#lib/people/schema";
import * as posts from "#lib/posts/schema";

import { noon, type TestContext } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveTouchpoint } from "../support/have-person.ts";
import { busyNetwork, reactionOf } from "../support/have-reactions.ts";

test("an erased person leaves no row behind, and nobody else loses one", async () => {
  const { ctx, personId, other } = await haveTwoPeople();
  const before = await rowsThatName(ctx, [personId, "did:mara", "mara.example", "fluffy"]);
  expect(before.length).toBeGreaterThan(8);

  expect(await erasePerson(ctx, { personId })).toMatchObject({
    ok: true,
    value: { touchpointCount: 2 },
  });

  expect(await rowsThatName(ctx, ["did:mara", "mara.example", "fluffy"])).toEqual([]);
  expect(await rowsThatName(ctx, [personId])).toEqual([]);
  expect(await rowsThatName(ctx, [other])).not.toEqual([]);
  expect((await listPeople(ctx)).people.map(({ person }) => person.displayName)).toEqual(["joost"]);
});

test("what is exported is every row of the person and none of anybody else", async () => {
  const { ctx, personId, other } = await haveTwoPeople();
  const exported = await exportPerson(ctx, personId);

  expect(exported.rows).toMatchObject({
    persons: [{ id: personId }],
    identities: [{ handle: "mara.example" }],
    consents: [{ scope: "mention" }],
    touchpoints: [{}, {}],
    classifications: [{ rule: "like" }],
    beliefs: [{}],
    transitions: [{}],
    moments: [{}],
    shoutOuts: [{}],
    recognitions: [{}],
  });
  expect(exported.posts).toMatchObject([{ post: { state: "draft" }, versions: [{}] }]);
  expect(exported.history).toMatchObject([{ type: "consent.recorded" }]);
  expect(JSON.stringify(exported)).not.toContain(other);
});

test("old notifications do not bring an erased person back; what they do now does", async () => {
  const { ctx, network, account, personId } = await haveTwoPeople();
  ctx.clock.pass({ days: 1 });
  await erasePerson(ctx, { personId });
  network.reactions.push(reactionOf("mara", { type: "repost", at: noon }));
  await collectAccount(ctx, account.id);
  expect((await listPeople(ctx)).people).toHaveLength(1);

  ctx.clock.pass({ days: 1 });
  network.reactions.push(reactionOf("mara", { type: "quote", at: ctx.clock.now() }));
  await collectAccount(ctx, account.id);

  const { touchpoints } = await listTouchpoints(ctx);
  const back = touchpoints.filter(({ person }) => person.displayName === "mara");
  expect(back.map(({ touchpoint }) => touchpoint.type)).toEqual(["quote"]);
  expect(back[0]?.person.id).not.toBe(personId);
});

test("erasing and exporting need a manager, and a person of this workspace", async () => {
  const { ctx, personId } = await haveTwoPeople();
  const editor = { ...ctx, actor: { id: "ed", role: "editor" as const } };
  const other = { ...ctx, workspaceId: "other" };

  await expect(erasePerson(editor, { personId })).rejects.toThrow("manager role");
  await expect(exportPerson(editor, personId)).rejects.toThrow("manager role");
  await expect(erasePerson(other, { personId })).rejects.toThrow("No person");
  await expect(exportPerson(other, personId)).rejects.toThrow("No person");
});

async function haveTwoPeople() {
  const network = busyNetwork();
  const ctx = await haveWorkspace();
  const account = await haveAccount(ctx);
  network.reactions.push(reactionOf("mara"), reactionOf("joost"));
  await collectAccount(ctx, account.id);
  const { people: known } = await listPeople(ctx);
  const idOf = (name: string) => known.find(({ person }) => person.displayName === name)!.person.id;
  const [personId, other] = [idOf("mara"), idOf("joost")];
  const touchpoint = await haveTouchpoint(ctx, personId, { text: "my fluffy hat" });
  await haveTouchpoint(ctx, other);
  await recordConsent(ctx, { personId, scope: "mention", state: "given", evidence: "fluffy" });
  await ctx.transact((tx) => haveDerivedRows(tx, ctx, personId, touchpoint.id));
  return { ctx, network, account, personId, other };
}

async function haveDerivedRows(tx: Tx, ctx: TestContext, personId: string, touchpointId: string) {
  const { workspaceId } = ctx;
  const at = ctx.clock.now();
  const common = { workspaceId, personId, at };
  await tx.insert(journey.classifications).values({
    id: touchpointId,
    workspaceId,
    stageId: "stage-advocacy",
    rule: "like",
    strength: "weak",
    advocacyWeight: 1,
    halfLifeDays: 45,
    isHalved: false,
  });
  await tx.insert(journey.beliefs).values({
    id: personId,
    workspaceId,
    probabilities: {},
    isUnsure: false,
    isAway: false,
    reasons: [],
    lastTouchAt: at,
    lapsesAt: at,
    updatedAt: at,
  });
  await tx.insert(journey.transitions).values({
    id: ctx.newId(),
    ...common,
    kind: "first",
    confidence: 1,
    isManual: false,
    quietDays: 0,
  });
  await tx.insert(advocacy.moments).values({
    id: ctx.newId(),
    ...common,
    kind: "first-review",
    touchpointId,
    expiresAt: at,
  });
  const shoutOutId = ctx.newId();
  await tx.insert(advocacy.shoutOuts).values({
    id: shoutOutId,
    workspaceId,
    personId,
    identityId: "i",
    accountId: "a",
    kind: "reply",
    status: "accepted",
    score: 1,
    raw: 1,
    utility: 1,
    lines: [],
    draft: { language: "en", text: "thanks @mara.example" },
    needsCheck: "no",
    createdAt: at,
  });
  await tx.insert(advocacy.recognitions).values({ id: ctx.newId(), ...common, kind: "reply" });
  const postId = ctx.newId();
  await tx.insert(posts.posts).values({
    id: postId,
    workspaceId,
    state: "draft",
    parts: [{ text: "thanks @mara.example", images: [] }],
    timeZone: "Europe/Amsterdam",
    authorId: "ada",
    shoutOutId,
    createdAt: at,
    updatedAt: at,
  });
  await tx.insert(posts.postVersions).values({
    id: ctx.newId(),
    workspaceId,
    postId,
    accountId: "a",
    parts: [{ text: "thanks @mara.example", images: [] }],
  });
}

/** `<table>` of every row in which one of the words stands, in any column. History is about ids alone and is left out. */
async function rowsThatName(ctx: TestContext, words: string[]): Promise<string[]> {
  const tables = [people, engagement, journey, advocacy, posts].flatMap((schema) =>
    Object.values(schema).filter((value) => is(value, Table)),
  );
  const found: string[] = [];
  for (const table of tables) {
    const rows = await ctx.db.select().from(table as typeof people.persons);
    for (const row of rows)
      if (words.some((word) => JSON.stringify(row).includes(word))) found.push(getTableName(table));
  }
  return found;
}
