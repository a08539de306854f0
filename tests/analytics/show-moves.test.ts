import { expect, test } from "vitest";

import { showMoves } from "#lib/analytics/show-moves";
import { runEventHandlers } from "#lib/event-handlers";
import { listPeople } from "#lib/people/list-people";

import { haveWorkspace } from "../support/factories.ts";
import { havePerson, haveTouchpoint } from "../support/have-person.ts";

const inShop = { channel: "shop", text: undefined } as const;

test("deciding is told apart from bought, and moving from arriving and falling silent", async () => {
  const ctx = await haveWorkspace();
  const [asks, buys, goes] = [
    await havePerson(ctx, { name: "asks" }),
    await havePerson(ctx, { name: "buys" }),
    await havePerson(ctx, { name: "goes" }),
  ];
  const day = (days: number) =>
    new Date(ctx.clock.now().getTime() - days * 86_400_000).toISOString().slice(0, 16);
  await haveTouchpoint(ctx, asks.personId, { ...inShop, type: "price-question", at: day(3) });
  await haveTouchpoint(ctx, buys.personId, { ...inShop, type: "question", at: day(5) });
  await haveTouchpoint(ctx, buys.personId, { ...inShop, type: "order", at: day(2) });
  await haveTouchpoint(ctx, goes.personId, { ...inShop, type: "question", at: day(6) });
  await haveTouchpoint(ctx, goes.personId, { ...inShop, type: "declined", at: day(4) });
  await runEventHandlers(ctx);

  const moves = await showMoves(ctx, { days: 30 });
  expect(moves).toMatchObject({
    people: 3,
    away: 1,
    movers: 1,
    arrived: 3,
    cameBack: 0,
    wentQuiet: 1,
  });
  const inPurchase = moves.stages.find(({ stage }) => stage.key === "purchase");
  expect(inPurchase).toMatchObject({ people: 2, deciding: 1 });
  expect(moves.stages.filter(({ deciding }) => deciding !== undefined)).toHaveLength(1);
  const { people } = await listPeople(ctx, {});
  const sides = people.map(({ person, isDeciding }) => [person.displayName, isDeciding]);
  expect(Object.fromEntries(sides)).toEqual({ asks: true, buys: false, goes: false });
});
