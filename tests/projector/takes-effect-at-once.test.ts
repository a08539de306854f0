import { expect, test } from "vitest";

import { runEventHandlers } from "#lib/event-handlers";
import { changePerson } from "#lib/people/change-person";
import { recordConsent } from "#lib/people/record-consent";
import { checkDerived } from "#lib/projector/check-derived";
import { closeCase } from "#lib/projector/close-case";
import { confirmTouchpoint } from "#lib/projector/confirm-touchpoint";
import { mergePeople } from "#lib/projector/merge-people";
import { viewJourney } from "#lib/views/journey";
import { viewPeople } from "#lib/views/people";
import { viewPerson } from "#lib/views/person";
import { viewShoutOuts } from "#lib/views/shout-outs";
import { viewToday } from "#lib/views/today";

import { runShoutloop } from "../cli/run-shoutloop.ts";
import type { TestContext } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { havePerson, haveTouchpoint } from "../support/have-person.ts";

interface Change {
  readonly did?: readonly NonNullable<Parameters<typeof haveTouchpoint>[2]>[];
  readonly act: (ctx: TestContext, fan: Awaited<ReturnType<typeof haveFan>>) => Promise<unknown>;
  /** Undefined: nothing holds them, and they are suggested. */
  readonly held: string | undefined;
  readonly hasCase?: boolean;
}

const today = "2026-03-01T08:00";
const praise = {
  type: "review",
  stars: 5,
  text: "Lovely hat, thank you so much",
  at: today,
} as const;
const angry = { type: "complaint", text: "The zip broke", at: "2026-02-20T10:00" } as const;
const ironic = { type: "mention", text: "Oh, what a surprise this was", at: today } as const;

const changes: Record<string, Change> = {
  "a role": {
    act: (ctx, { personId }) => changePerson(ctx, { personId, role: "staff" }),
    held: "staff",
  },
  "a wish": {
    act: (ctx, { personId }) => changePerson(ctx, { personId, doNotThank: true }),
    held: "do-not-thank",
  },
  "a refusal": {
    act: (ctx, { personId }) =>
      recordConsent(ctx, { personId, scope: "mention", state: "refused", evidence: "by mail" }),
    held: "consent-refused",
  },
  "words that are a complaint": {
    did: [praise, ironic],
    act: (ctx, { ids }) =>
      confirmTouchpoint(ctx, { touchpointId: ids[1] ?? "", verdict: "complaint" }),
    held: "complaint-open",
    hasCase: true,
  },
  "stars whose words are a complaint": {
    act: (ctx, { ids }) =>
      confirmTouchpoint(ctx, { touchpointId: ids[0] ?? "", verdict: "complaint" }),
    held: "words-against-stars",
    hasCase: true,
  },
  "a complaint that is none": {
    did: [angry, praise],
    act: (ctx, { ids }) =>
      confirmTouchpoint(ctx, { touchpointId: ids[0] ?? "", verdict: "no-complaint" }),
    held: undefined,
  },
  "a resolution": {
    did: [praise, { ...angry, at: today }],
    act: (ctx, { personId }) => closeCase(ctx, { personId, reason: "solved" }),
    held: "complaint-closed-recently",
  },
  "a merge with somebody who complained": {
    act: async (ctx, { personId, otherId }) => {
      await haveTouchpoint(ctx, otherId, angry);
      await runEventHandlers(ctx);
      return mergePeople(ctx, { personId, otherId });
    },
    held: "complaint-open",
    hasCase: true,
  },
};

test.each(Object.entries(changes))(
  "%s is on every screen and on the command line straight after",
  async (_name, { did = [praise], act, held, hasCase = false }) => {
    const ctx = await haveWorkspace();
    const fan = await haveFan(ctx, did);
    const { personId } = fan;

    expect(await act(ctx, fan)).toMatchObject({ ok: true });

    const straight = await everyScreen(ctx, personId);
    const { shoutOuts, person, cli } = straight;
    expect(shoutOuts.heldBack.map(({ reason }) => reason)).toEqual(held ? [held] : []);
    expect(shoutOuts.suggestions).toHaveLength(held ? 0 : 1);
    expect(straight.today.shoutOuts.suggestions).toHaveLength(held ? 0 : 1);
    expect(cli.suggested).toMatchObject({ held: held ? [{ personId, reason: held }] : [] });
    expect(person.openCase !== undefined).toBe(hasCase);
    expect(cli.cases).toHaveLength(hasCase ? 1 : 0);
    // What runs in the background afterwards finds nothing more to change.
    await runEventHandlers(ctx);
    expect(await everyScreen(ctx, personId)).toEqual(straight);
    expect(await checkDerived(ctx)).toMatchObject({ differences: [] });
  },
);

async function haveFan(ctx: TestContext, did: NonNullable<Change["did"]>) {
  fakeNetwork();
  await haveAccount(ctx);
  const { personId } = await havePerson(ctx);
  const { personId: otherId } = await havePerson(ctx, { name: "mara-elsewhere" });
  const ids: string[] = [];
  for (const one of did) ids.push((await haveTouchpoint(ctx, personId, one)).id);
  await runEventHandlers(ctx);
  return { personId, otherId, ids };
}

async function everyScreen(ctx: TestContext, personId: string) {
  const cli = async (...args: string[]): Promise<unknown> =>
    (await runShoutloop(ctx, [...args, "--json"])).json();
  return {
    today: await viewToday(ctx, { daysAhead: 7, questions: 3 }),
    shoutOuts: await viewShoutOuts(ctx),
    people: await viewPeople(ctx, {}),
    person: await viewPerson(ctx, personId, {}),
    journey: await viewJourney(ctx, undefined),
    cli: {
      suggested: await cli("shout-outs"),
      people: await cli("people"),
      cases: await cli("case", "list"),
      touchpoints: await cli("touchpoints", "--person", personId),
    },
  };
}
