import { beforeEach, expect, test } from "vitest";

import type { Account } from "#lib/accounts/account";
import { disconnectAccount } from "#lib/accounts/disconnect-account";
import { changeSettings } from "#lib/deliveries/change-settings";
import { endRecurrence } from "#lib/deliveries/end-recurrence";
import { makeOccurrences } from "#lib/deliveries/make-occurrences";
import { repeatPost } from "#lib/deliveries/repeat-post";
import type { Context } from "#lib/kernel/context";
import { listRecurrences, showRecurrence } from "#lib/posts/list-recurrences";
import { publishDue } from "#lib/publisher/publish-due";
import { stopSending } from "#lib/publisher/stop-sending";

import type { TestContext } from "../support/context.ts";
import { dump } from "../support/dump.ts";
import { haveWorkspace } from "../support/factories.ts";
import { type FakeNetwork, fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveNeighbour } from "../support/have-neighbour.ts";
import { havePost, haveScheduled } from "../support/have-post.ts";
import { haveRecurrence, occurrencesOf } from "../support/have-recurrence.ts";

let ctx: TestContext;
let fake: FakeNetwork;
let account: Account;
let accountIds: string[];

beforeEach(async () => {
  ctx = await haveWorkspace();
  fake = fakeNetwork();
  account = await haveAccount(ctx);
  accountIds = [account.id];
});

test("goes on without an account that is disconnected, and stands still without any", async () => {
  const other = await haveAccount(ctx, { identifier: "bob.example" });
  const postId = await havePost(ctx, { accountIds: [account.id, other.id] });
  const from = "2026-03-06 10:00";
  const { recurrenceId } = await haveRecurrence(ctx, { postId, rule: "FREQ=WEEKLY", from });
  await disconnectAccount(ctx, { accountId: other.id });
  ctx.clock.pass({ days: 30 });
  await makeOccurrences(ctx);
  const last = (await occurrencesOf(ctx, recurrenceId)).at(-1);
  expect(last?.versions.map(({ accountId }) => accountId)).toEqual([account.id]);
  await disconnectAccount(ctx, { accountId: account.id });
  ctx.clock.pass({ days: 30 });
  await makeOccurrences(ctx);
  const { recurrence } = await showRecurrence(ctx, recurrenceId);
  expect(recurrence.obstacle).toMatchObject({ refusal: "no-account" });
  expect(recurrence.nextMakeAt).toEqual(new Date(ctx.clock.now().getTime() + 3_600_000));
  // Connected again, it goes on by itself.
  await haveAccount(ctx);
  ctx.clock.pass({ hours: 2 });
  await makeOccurrences(ctx);
  expect((await showRecurrence(ctx, recurrenceId)).recurrence.obstacle).toBeNull();
});

test("is made while sending is stopped, and nothing of it goes out", async () => {
  const { recurrenceId } = await begun("FREQ=DAILY;COUNT=3");
  await stopSending(ctx, { scope: "workspace" });
  ctx.clock.pass({ days: 2 });
  await makeOccurrences(ctx);
  await publishDue(ctx, "worker");
  expect(await occurrencesOf(ctx, recurrenceId)).toHaveLength(3);
  expect(fake.accepted).toEqual([]);
});

test.each([
  ["clock", "America/New_York", "14:00"],
  ["instant", "Europe/Amsterdam", "09:00"],
] as const)(
  "where the workspace's zone changes, keeping the %s is also for what comes",
  async (planned, timeZone, hour) => {
    const { recurrenceId } = await begun("FREQ=WEEKLY");
    const changed = await changeSettings(ctx, { timeZone: "America/New_York", planned });
    expect(changed.ok).toBe(true);
    expect((await showRecurrence(ctx, recurrenceId)).recurrence.timeZone).toBe(timeZone);
    ctx.clock.pass({ days: 20 });
    await makeOccurrences(ctx);
    const times = (await occurrencesOf(ctx, recurrenceId)).map(({ publishAt }) =>
      publishAt?.toISOString(),
    );
    // In summer time in both places.
    const summer = planned === "clock" ? hour : "08:00";
    expect(times.at(-1)?.slice(11, 16)).toBe(summer);
  },
);

test("what cannot be repeated is refused, and leaves everything as it was", async () => {
  const draft = await havePost(ctx, { accountIds });
  const nowhere = await havePost(ctx, { accountIds: [] });
  const planned = await haveScheduled(ctx, { accountIds, at: "2026-03-06T10:00" });
  const { postId: twice } = await haveScheduled(ctx, { accountIds, at: "2026-03-06T11:00" });
  await haveRecurrence(ctx, { postId: twice, rule: "FREQ=WEEKLY" });
  const before = await dump(ctx.db);
  const from = "2026-03-06 10:00";
  for (const [given, refusal] of [
    [{ postId: draft, rule: "FREQ=WEEKLY" }, "repeat-needs-time"],
    [{ postId: draft, rule: "FREQ=HOURLY", from }, "rule-unreadable"],
    [{ postId: draft, rule: "FREQ=DAILY;BYHOUR=3", from }, "rule-part-unknown"],
    [{ postId: draft, rule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", from }, "rule-never"],
    [{ postId: draft, rule: "FREQ=WEEKLY;UNTIL=20260101", from }, "rule-never"],
    [{ postId: draft, rule: "FREQ=WEEKLY", from: "2026-02-01 10:00" }, "in-the-past"],
    [{ postId: draft, rule: "FREQ=WEEKLY", from: "2026-03-29 02:30" }, "time-in-gap"],
    [{ postId: nowhere, rule: "FREQ=WEEKLY", from }, "no-account"],
    [{ postId: twice, rule: "FREQ=WEEKLY" }, "repeats-already"],
    [{ postId: planned.postId, version: 1, rule: "FREQ=WEEKLY" }, "changed-since"],
  ] as const)
    expect(await repeatPost(ctx, { alsoWordsOf: [], ...given })).toMatchObject({ refusal });
  const viewer: Context = { ...ctx, actor: { id: "vi", role: "viewer" } };
  const stranger = await haveNeighbour(ctx);
  const good = { postId: draft, rule: "FREQ=WEEKLY", from, alsoWordsOf: [] };
  await expect(repeatPost(viewer, good)).rejects.toThrow();
  await expect(repeatPost(stranger, good)).rejects.toThrow(/No post/);
  const [listed] = await listRecurrences(ctx);
  const recurrenceId = listed?.recurrence.id ?? "";
  await expect(endRecurrence(viewer, { recurrenceId })).rejects.toThrow();
  await expect(endRecurrence(stranger, { recurrenceId })).rejects.toThrow(/No recurrence/);
  const after = await dump(ctx.db);
  expect(Object.keys(after).filter((table) => /post|deliver|recurr/.test(table))).not.toEqual([]);
  for (const table of ["posts", "deliveries", "recurrences"] as const)
    expect(JSON.stringify(pick(after, table))).toBe(JSON.stringify(pick(before, table)));
});

function pick(tables: unknown, name: string): unknown {
  return (tables as Record<string, unknown>)[name];
}

async function begun(rule: string) {
  const { postId } = await haveScheduled(ctx, { accountIds, at: "2026-03-06T10:00" });
  return haveRecurrence(ctx, { postId, rule });
}
