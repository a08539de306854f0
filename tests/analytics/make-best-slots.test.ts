import { expect, test } from "vitest";

import { makeBestSlots } from "#lib/analytics/make-best-slots";
import { showBestTimes } from "#lib/analytics/show-best-times";
import type { Context } from "#lib/kernel/context";
import { addDays } from "#lib/kernel/local-time";
import { addSlots } from "#lib/posts/change-slots";
import { deriveEverything } from "#lib/projector/derive-everything";
import { viewQueue } from "#lib/views/queue";

import { dump } from "../support/dump.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveNeighbour } from "../support/have-neighbour.ts";
import { havePerson, haveTouchpoint } from "../support/have-person.ts";

test("the best hours become slots by one press, and what is there stays", async () => {
  const { ctx, accountId } = await aBusyTuesday(25);
  const { best, touchpoints } = await showBestTimes(ctx);
  expect([best, touchpoints]).toEqual([[{ weekday: 2, hour: 9 }], 100]);
  const manager: Context = { ...ctx, actor: { id: "m", role: "manager" } };
  expect(await makeBestSlots(manager, { accountId })).toEqual({ ok: true, value: { added: 1 } });
  expect((await viewQueue(ctx)).accounts[0]?.slots).toMatchObject([{ weekday: 2, time: "09:00" }]);
  await addSlots(ctx, { accountId, weekdays: [2], time: "09:00", stageId: "stage-advocacy" });
  expect(await makeBestSlots(ctx, { accountId })).toEqual({ ok: true, value: { added: 0 } });
  expect((await viewQueue(ctx)).accounts[0]?.slots).toMatchObject([{ stageKey: "advocacy" }]);
});

test("too little makes no slots; an editor makes none, and nobody those of another workspace", async () => {
  const { ctx, accountId } = await aBusyTuesday(2);
  const editor: Context = { ...ctx, actor: { id: "e", role: "editor" } };
  const stranger = await haveNeighbour(ctx);
  const before = await dump(ctx.db);
  expect(await makeBestSlots(ctx, { accountId })).toMatchObject({
    refusal: "no-best-times",
    detail: { touchpoints: 8, needed: 100 },
  });
  await expect(makeBestSlots(editor, { accountId })).rejects.toThrow("manager role");
  expect(await showBestTimes(stranger)).toMatchObject({ touchpoints: 0 });
  expect(await dump(ctx.db)).toEqual(before);
});

/** So many touchpoints on each of four Tuesdays, at half past nine. */
async function aBusyTuesday(count: number) {
  const ctx = await haveWorkspace();
  fakeNetwork();
  const { id } = await haveAccount(ctx);
  const { personId } = await havePerson(ctx);
  for (let week = 0; week < 4; week += 1)
    for (let one = 0; one < count; one += 1)
      await haveTouchpoint(ctx, personId, {
        at: `${addDays("2026-02-03", week * 7)}T09:30`,
        text: `Hat ${week} ${one}`,
      });
  await deriveEverything(ctx);
  return { ctx, accountId: id };
}
