import { expect, test } from "vitest";

import { listHistory } from "#lib/events/repository";
import type { Context } from "#lib/kernel/context";
import { addSlots, changeSlots, pauseQueue, removeSlots } from "#lib/posts/change-slots";
import { changeStages } from "#lib/projector/change-stages";
import { viewCalendar } from "#lib/views/calendar";
import { viewComposer } from "#lib/views/composer";
import { viewQueue } from "#lib/views/queue";
import { changeWorkspace } from "#lib/workspaces/change-workspace";

import { dump } from "../support/dump.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveNeighbour } from "../support/have-neighbour.ts";
import { haveScheduled } from "../support/have-post.ts";

const monday = { weekday: 1, time: "09:00" };
const friday = { weekday: 5, time: "10:00", stageId: "stage-advocacy" };
const on = <Slot extends { weekday: number }>({ weekday, ...slot }: Slot) => ({
  ...slot,
  weekdays: [weekday],
});

test("a manager sets the slots of an account, and that leaves its event", async () => {
  const { ctx, accountId } = await anAccount();
  const manager: Context = { ...ctx, actor: { id: "m", role: "manager" } };
  expect(await changeSlots(manager, { accountId, slots: [friday, monday] })).toMatchObject({
    ok: true,
  });
  const [shown] = (await viewQueue(ctx)).accounts;
  expect(shown).toMatchObject({
    isPaused: false,
    nextFree: "2026-03-02T09:00",
    slots: [monday, { ...friday, stageKey: "advocacy" }],
  });
  const [last] = await listHistory(ctx.db, ctx.workspaceId, ctx.workspaceId);
  expect(last).toMatchObject({
    type: "workspace.changed",
    detail: { fields: [`queue.${accountId}`], version: 2 },
  });
  // What is there already changes nothing, and leaves no event.
  const before = await dump(ctx.db);
  await changeSlots(manager, { accountId, slots: [monday, friday] });
  expect(await dump(ctx.db)).toEqual(before);
});

test("slots are added and removed one at a time; the same time twice is one slot", async () => {
  const { ctx, accountId } = await anAccount();
  const other = await haveAccount(ctx, { identifier: "bob.example" });
  await addSlots(ctx, { accountId, ...on(monday) });
  await addSlots(ctx, { accountId: other.id, ...on(monday) });
  await addSlots(ctx, { accountId, ...on(monday), stageId: "stage-advocacy" });
  await removeSlots(ctx, { accountId: other.id, ...on(monday) });
  await pauseQueue(ctx, { accountId, isPaused: true });
  expect(
    (await viewQueue(ctx)).accounts.map(({ slots, isPaused, nextFree }) => [
      slots.map(({ stageKey }) => stageKey),
      isPaused,
      nextFree,
    ]),
  ).toEqual([
    [["advocacy"], true, undefined],
    [[], false, undefined],
  ]);
});

test("of several days all are saved, as one change, or none", async () => {
  const { ctx, accountId } = await anAccount();
  const changes = async () =>
    (await listHistory(ctx.db, ctx.workspaceId, ctx.workspaceId)).filter(
      ({ type }) => type === "workspace.changed",
    ).length;
  const before = await changes();
  await addSlots(ctx, { accountId, weekdays: [1, 5, 1], time: "09:00" });
  expect(await changes()).toBe(before + 1);
  const kept = await dump(ctx.db);
  const gone = { accountId, weekdays: [1, 3], time: "09:00" };
  expect(await removeSlots(ctx, gone)).toMatchObject({
    refusal: "no-such-slot",
    detail: { weekday: 3 },
  });
  const hours = Array.from({ length: 8 }, (_nothing, hour) => `1${hour}:00`);
  const many = await Promise.all(
    hours.map((time) => addSlots(ctx, { accountId, weekdays: [1, 2, 3, 4, 5, 6, 7], time })),
  );
  expect(many.every(({ ok }) => ok)).toBe(true);
  const full = await dump(ctx.db);
  const over = { accountId, weekdays: [1, 2, 3], time: "20:00" };
  expect(await addSlots(ctx, over)).toMatchObject({ refusal: "too-many-slots" });
  expect(await dump(ctx.db)).toEqual(full);
  expect(full).not.toEqual(kept);
  await removeSlots(ctx, { ...gone, weekdays: [1, 5] });
  expect(await changes()).toBe(before + 10);
});

test("what is wrong changes nothing", async () => {
  const { ctx, accountId } = await anAccount();
  const stranger = await haveNeighbour(ctx);
  await addSlots(ctx, { accountId, ...on(monday) });
  const editor: Context = { ...ctx, actor: { id: "e", role: "editor" } };
  const before = await dump(ctx.db);
  const twice = { accountId, slots: [monday, { ...monday, stageId: "stage-advocacy" }] };
  expect(await changeSlots(ctx, twice)).toMatchObject({ refusal: "slot-twice" });
  expect(await removeSlots(ctx, { accountId, ...on(friday) })).toMatchObject({
    refusal: "no-such-slot",
  });
  const slots = [{ ...monday, stageId: "heaven" }];
  await expect(changeSlots(ctx, { accountId, slots })).rejects.toThrow("No stage");
  for (const time of ["24:00", "9:00", "09:60", "", "09:00:00"])
    await expect(addSlots(ctx, { accountId, weekdays: [1], time })).rejects.toThrow();
  for (const weekday of [0, 8, 1.5])
    await expect(
      addSlots(ctx, { accountId, weekdays: [weekday], time: "09:00" }),
    ).rejects.toThrow();
  for (const [who, message] of [
    [stranger, "No account"],
    [editor, "manager role"],
  ] as const) {
    await expect(changeSlots(who, { accountId, slots: [] })).rejects.toThrow(message);
    await expect(addSlots(who, { accountId, ...on(friday) })).rejects.toThrow(message);
    await expect(pauseQueue(who, { accountId, isPaused: true })).rejects.toThrow(message);
    await expect(removeSlots(who, { accountId, ...on(monday) })).rejects.toThrow(message);
  }
  expect(await dump(ctx.db)).toEqual(before);
});

test("of one account that two people change at once, the second is asked; of two, both stay", async () => {
  const { ctx, accountId } = await anAccount();
  const other = await haveAccount(ctx, { identifier: "bob.example" });
  expect(await changeSlots(ctx, { accountId, version: 1, slots: [monday] })).toMatchObject({
    ok: true,
  });
  const theirs = await changeSlots(ctx, { accountId: other.id, version: 1, slots: [friday] });
  expect(theirs.ok).toBe(true);
  await changeWorkspace(ctx, { name: "Zuiderwol" });
  const late = { accountId, version: 1, slots: [friday] };
  expect(await changeSlots(ctx, late)).toMatchObject({ ok: false, refusal: "changed-since" });
  expect((await viewQueue(ctx)).accounts.map(({ slots }) => slots.length)).toEqual([1, 1]);
});

test("with other stages a slot is for the stage that took the place of its own", async () => {
  const { ctx, accountId } = await anAccount();
  await addSlots(ctx, { accountId, ...on(friday) });
  expect(await changeStages(ctx, { choice: { template: "retail" } })).toMatchObject({ ok: true });
  expect((await viewQueue(ctx)).accounts[0]?.slots[0]?.stageKey).toBe("retention");
});

test("the calendar's week shows what is open, and the composer begins there", async () => {
  const { ctx, accountId } = await anAccount();
  await changeSlots(ctx, { accountId, slots: [monday, friday] });
  const days = [2, 3, 4, 5, 6, 7, 8].map((day) => `2026-03-0${day}`);
  const open = async () => (await viewCalendar(ctx, { days })).open.map(({ at }) => at);
  expect(await open()).toEqual(["2026-03-02T09:00", "2026-03-06T10:00"]);
  await haveScheduled(ctx, { accountIds: [accountId], at: "2026-03-02T09:00" });
  expect(await open()).toEqual(["2026-03-06T10:00"]);
  // Gaps lead to the stage's own next place, or the next for any stage.
  expect((await viewCalendar(ctx, { days })).fills).toMatchObject({
    advocacy: { at: "2026-03-06T10:00", accountIds: [accountId] },
    awareness: { at: "2026-03-09T09:00", accountIds: [accountId] },
  });
  const wish = { at: "2026-03-06T10:00", stage: "advocacy", slot: accountId };
  expect((await viewComposer(ctx, wish)).start).toMatchObject({
    draft: { accountIds: [accountId], stageId: "stage-advocacy" },
    slotAt: "2026-03-06T10:00",
    when: { kind: "chosen", chosenAt: "2026-03-06T10:00" },
  });
});

async function anAccount() {
  const ctx = await haveWorkspace();
  fakeNetwork();
  const { id } = await haveAccount(ctx);
  return { ctx, accountId: id };
}
