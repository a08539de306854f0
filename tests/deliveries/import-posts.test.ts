import { beforeEach, describe, expect, test } from "vitest";

import { changePosts } from "#lib/deliveries/change-posts";
import { importPosts } from "#lib/deliveries/import-posts";
import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { undoImport } from "#lib/deliveries/undo-import";
import { listHistory } from "#lib/events/repository";
import type { Context } from "#lib/kernel/context";
import { decodeText } from "#lib/kernel/decode-text";
import { exportPosts } from "#lib/posts/export-posts";
import { importKeyOf } from "#lib/posts/import-key";
import { listPosts } from "#lib/posts/list-posts";
import { saveDraft } from "#lib/posts/save-draft";
import { searchPosts } from "#lib/posts/search-posts";
import { publishDue } from "#lib/publisher/publish-due";

import { dump } from "../support/dump.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveNeighbour } from "../support/have-neighbour.ts";
import { haveScheduled } from "../support/have-post.ts";
import { textOfStream } from "../support/text-of-stream.ts";

let ctx: Awaited<ReturnType<typeof haveWorkspace>>;
let handle: string;
let accountIds: string[];

beforeEach(async () => {
  ctx = await haveWorkspace();
  fakeNetwork();
  const account = await haveAccount(ctx);
  handle = account.handle;
  accountIds = [account.id];
});

test("rows with a time are planned, the others are drafts, and read again they add nothing", async () => {
  const csv = [
    "key;datum;fase;accounts;tekst;tekst 2",
    `a;20-3-2026 09:00;Awareness;${handle};"Eerste; met ""aanhaling""\r\nen een regel";`,
    `b;29-3-2026 10:00;advocacy;@${handle};Deel één;Deel twee`,
    "c;;;;Alleen een idee;",
  ].join("\r\n");
  const look = await read({ csv, isPreview: true });
  expect(look).toMatchObject({ plannedCount: 2, draftCount: 1, knownCount: 0, problems: [] });
  expect(await listPosts(ctx)).toEqual([]);
  const stored = await read({ csv });
  expect(stored).toMatchObject({ plannedCount: 2, draftCount: 1, knownCount: 0 });
  const posts = await byKey();
  expect(posts["a"]).toMatchObject({
    state: "scheduled",
    publishAt: new Date("2026-03-20T08:00:00Z"),
    localDay: "2026-03-20",
    stageId: "stage-awareness",
    parts: [{ text: 'Eerste; met "aanhaling"\nen een regel', images: [] }],
  });
  expect(posts["b"]?.parts).toHaveLength(2);
  expect(posts["c"]).toMatchObject({ state: "draft", publishAt: null });
  const deliveries = await listDeliveries(ctx);
  expect(deliveries.map(({ dueAt }) => dueAt?.toISOString()).toSorted()).toEqual([
    "2026-03-20T08:00:00.000Z",
    "2026-03-29T08:00:00.000Z",
    "2026-03-29T08:00:00.000Z",
  ]);
  const history = await listHistory(ctx.db, ctx.workspaceId, posts["a"]?.id ?? "");
  expect(history.map(({ type }) => type).toSorted()).toEqual(["post.drafted", "post.scheduled"]);
  const found = await searchPosts(ctx, { search: "aanhaling" }).next();
  expect(found.value).toMatchObject([{ importKey: importKeyOf("a") }]);
  const before = await dump(ctx.db);
  expect(await read({ csv })).toMatchObject({ plannedCount: 0, draftCount: 0, knownCount: 3 });
  expect(await dump(ctx.db)).toEqual(before);
});

test("what is imported goes out as what is written here", async () => {
  const csv = `at,stage,accounts,text\n2026-03-01 13:30,awareness,${handle},Uit een lijst`;
  await read({ csv });
  ctx.clock.set(new Date("2026-03-01T12:31:00Z"));
  await publishDue(ctx, "worker");
  expect(await listDeliveries(ctx)).toMatchObject([{ state: "published" }]);
});

test("rows without a key are known by what they say; equal ones are posts of their own", async () => {
  const csv = "text\nHetzelfde\nHetzelfde\nAnders";
  expect(await read({ csv })).toMatchObject({ draftCount: 3 });
  expect(await read({ csv: `${csv}\nHetzelfde` })).toMatchObject({ draftCount: 1, knownCount: 3 });
});

test("two who import the same list at once add it once", async () => {
  const csv = "key,text\na,Een\nb,Twee";
  const reports = await Promise.all([read({ csv }), read({ csv })]);
  expect(reports.map(({ draftCount }) => draftCount).toSorted((a, b) => a - b)).toEqual([0, 2]);
  expect(await listPosts(ctx)).toHaveLength(2);
});

describe("what is wrong is told of its row, and nothing is stored", () => {
  test.each([
    ["2026-03-29 02:30,awareness,HANDLE,x", "time-in-gap"],
    ["2020-01-01 09:00,awareness,HANDLE,x", "in-the-past"],
    ["2026-05-01,awareness,HANDLE,x", "row-time-missing"],
    ["1/5/2026 09:00,awareness,HANDLE,x", "row-date-ambiguous"],
    ["morgen,awareness,HANDLE,x", "unreadable-time"],
    ["2026-05-01 09:00,nonsense,HANDLE,x", "row-stage-unknown"],
    ["2026-05-01 09:00,,HANDLE,x", "no-stage"],
    ["2026-05-01 09:00,awareness,,x", "no-account"],
    ["2026-05-01 09:00,awareness,@nobody,x", "row-account-unknown"],
    [`2026-05-01 09:00,awareness,HANDLE,${"x".repeat(5_000)}`, "text-too-long"],
    [`,,,${"x".repeat(20_001)}`, "row-text-too-long"],
    [",,,", undefined],
    ["2026-05-01 09:00,awareness,HANDLE,", "row-text-missing"],
    ["2026-05-01 09:00,awareness,HANDLE,x,more", "row-wrong-width"],
    ["2026-05-01 09:00,awareness,HANDLE,caf\uFFFD", "row-sign-unreadable"],
  ])("%s", async (line, refusal) => {
    const csv = `at,stage,accounts,text\n2026-06-01 09:00,awareness,${handle},Goed\n${line.replace("HANDLE", handle)}`;
    const look = await read({ csv, isPreview: true });
    const expected = refusal ? [{ row: 3, line: 3, refused: { refusal } }] : [];
    expect(look.problems).toMatchObject(expected);
    if (!refusal) return;
    expect(await importPosts(ctx, { csv, isPreview: false })).toMatchObject({
      refusal: "csv-rows-wrong",
      detail: { count: 1, row: 3 },
    });
    expect(await listPosts(ctx)).toEqual([]);
  });

  test("a key twice, a part left out, a list without words", async () => {
    const twice = await read({
      csv: "key,text,text 2,text 3\na,x,,\na,y,,\nb,1,,3",
      isPreview: true,
    });
    expect(twice.problems.map(({ row, refused }) => [row, refused.refusal])).toEqual([
      [3, "row-key-twice"],
      [4, "row-part-missing"],
    ]);
    expect(await importPosts(ctx, { csv: "key,at\na,b", isPreview: true })).toMatchObject({
      refusal: "csv-columns-missing",
    });
  });
});

test("a time that comes twice is the first, and both are written so that they come back", async () => {
  const csv = `key,at,stage,accounts,text\na,2026-10-25 02:30,awareness,${handle},x\nb,2026-10-25 02:30+01:00,awareness,${handle},y`;
  await read({ csv });
  const posts = await byKey();
  expect(posts["a"]?.publishAt).toEqual(new Date("2026-10-25T00:30:00Z"));
  expect(posts["b"]?.publishAt).toEqual(new Date("2026-10-25T01:30:00Z"));
  const stranger = await elsewhere();
  await read({ csv: await exported(ctx), who: stranger });
  const there = (await listPosts(stranger)).map(
    ({ parts, publishAt }) => `${parts[0]?.text} ${publishAt?.toISOString()}`,
  );
  expect(there.toSorted()).toEqual(["x 2026-10-25T00:30:00.000Z", "y 2026-10-25T01:30:00.000Z"]);
});

test("what is written out is read back as it was, dangerous cells and threads too, and adds nothing here", async () => {
  await read({
    csv: `at,stage,accounts,text,text 2,warning\n2026-06-01 09:00,awareness,${handle},"=1+1","-2\nregel, ""twee""",Let op`,
  });
  await saveDraft(ctx, { parts: [{ text: "Een concept", images: [] }], accountIds });
  const list = await exported(ctx);
  const before = await dump(ctx.db);
  expect(await read({ csv: list })).toMatchObject({ knownCount: 2, draftCount: 0 });
  expect(await dump(ctx.db)).toEqual(before);
  const stranger = await elsewhere();
  expect(await read({ csv: list, who: stranger })).toMatchObject({
    plannedCount: 1,
    draftCount: 1,
  });
  const parts = (await listPosts(stranger)).flatMap((post) => post.parts.map(({ text }) => text));
  expect(parts.toSorted()).toEqual(['-2\nregel, "twee"', "=1+1", "Een concept"]);
  expect((await exported(stranger)).split("\r\n").length).toBe(list.split("\r\n").length);
});

test.each(["utf-16le", "windows-1252"])("as %s, as spreadsheets write it", async (encoding) => {
  const text = "sleutel;tekst\r\na;Één café";
  const bytes =
    encoding === "utf-16le"
      ? Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")])
      : Buffer.from(text, "latin1");
  await read({ csv: decodeText(new Uint8Array(bytes)) });
  expect((await byKey())["a"]?.parts[0]?.text).toBe("Één café");
});

test("an import is undone but for what somebody changed or what is out; then it can be imported anew", async () => {
  const csv = `key,at,stage,accounts,text\na,2026-03-01 13:30,awareness,${handle},Gaat uit\nb,2026-06-01 09:00,awareness,${handle},Blijft\nc,2026-06-02 09:00,awareness,${handle},Weg\nd,,,,Ook weg`;
  const { importId } = await read({ csv });
  ctx.clock.set(new Date("2026-03-01T12:31:00Z"));
  await publishDue(ctx, "worker");
  const posts = await byKey();
  const change = { kind: "shift", days: 1, minutes: 0 } as const;
  const moved = { postId: posts["b"]?.id ?? "", version: 1 };
  await changePosts(ctx, { posts: [moved], change, isPreview: false });
  const undone = await undoImport(ctx, { importId: importId ?? "" });
  expect(undone).toEqual({ ok: true, value: { deletedCount: 2, keptCount: 2 } });
  expect(Object.keys(await byKey()).toSorted()).toEqual(["a", "b"]);
  expect(await listDeliveries(ctx)).toHaveLength(2);
  expect(await read({ csv })).toMatchObject({ plannedCount: 1, draftCount: 1, knownCount: 2 });
});

test("only who may, only in their own workspace, and not too much", async () => {
  const csv = "text\nx";
  const viewer: Context = { ...ctx, actor: { id: "vi", role: "viewer" } };
  await expect(importPosts(viewer, { csv, isPreview: true })).rejects.toThrow("editor role");
  await expect(undoImport(viewer, { importId: "x" })).rejects.toThrow("editor role");
  const { importId } = await read({ csv });
  const neighbour = await haveNeighbour(ctx);
  expect(await undoImport(neighbour, { importId: importId ?? "" })).toMatchObject({
    refusal: "import-unknown",
  });
  const { postId } = await haveScheduled(ctx, { accountIds, at: "2026-06-01T09:00" });
  expect(await exported(neighbour)).not.toContain(postId);
  const long = `text\n${"x\n".repeat(10_001)}`;
  expect(await importPosts(ctx, { csv: long, isPreview: true })).toMatchObject({
    refusal: "csv-too-many-rows",
  });
  const wide = `text\n${"x".repeat(2_100_000)}`;
  expect(await importPosts(ctx, { csv: wide, isPreview: true })).toMatchObject({
    refusal: "csv-too-large",
  });
});

async function read({ who = ctx, ...list }: { csv: string; isPreview?: boolean; who?: Context }) {
  const outcome = await importPosts(who, { isPreview: false, ...list });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

/** By the keys that the lists of these tests have. */
async function byKey() {
  const keys = new Map(["a", "b", "c", "d"].map((key) => [importKeyOf(key), key]));
  const posts = await listPosts(ctx);
  return Object.fromEntries(posts.map((post) => [keys.get(post.importKey ?? ""), post]));
}

async function exported(who: Context): Promise<string> {
  return textOfStream(exportPosts(who));
}

/** Another workspace, with an account of the same name. */
async function elsewhere(): Promise<Context> {
  const stranger = await haveNeighbour(ctx);
  await haveAccount(stranger);
  return stranger;
}
