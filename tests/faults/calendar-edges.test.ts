import { expect, test } from "vitest";

import { isPostgres } from "#lib/db/dialect";
import { schedulePost } from "#lib/deliveries/schedule-post";
import { publishDue } from "#lib/publisher/publish-due";
import { changeWorkspace } from "#lib/workspaces/change-workspace";

import type { TestContext } from "../support/context.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { havePost } from "../support/have-post.ts";
import { isFull } from "./full.ts";

const minute = 60_000;

/** Hours that are skipped and repeated, half-hours, at midnight, on both halves of the earth. */
const zones = [
  "Europe/Amsterdam",
  "Europe/London",
  "America/New_York",
  "America/Havana",
  "America/Santiago",
  "Australia/Lord_Howe",
  "Pacific/Chatham",
  "Africa/Cairo",
];

/** The rules are the same on both engines; one of each half of the earth is enough for the second. */
const tested = isPostgres && !isFull ? ["Europe/Amsterdam", "America/Santiago"] : zones;

test.each(tested)(
  "in %s every minute that a person can mean at both edges is the right one, and posts leave then, once",
  { timeout: 120_000 },
  async (timeZone) => {
    const edges = edgesOf(timeZone, 2026);
    expect(new Set(edges.map(({ shiftMinutes }) => Math.sign(shiftMinutes)))).toEqual(
      new Set([1, -1]),
    );
    expect(edges).toHaveLength(2);
    const { ctx, fake, account } = await aPlaceIn(timeZone);
    for (const edge of edges) {
      ctx.clock.set(new Date(edge.at.getTime() - 5 * 60 * minute));
      const expected: { text: string; at: Date }[] = [];
      for (const wall of wallsAround(edge, timeZone)) {
        const instants = instantsOf(wall, timeZone, edge.at);
        const postId = await havePost(ctx, { accountIds: [account.id], texts: [`${wall} of it`] });
        const planned = await schedulePost(ctx, { postId, when: { kind: "wall-clock", at: wall } });
        const [first] = instants;
        if (first) {
          expect(planned).toMatchObject({ ok: true, value: { publishAt: first } });
          expected.push({ text: `${wall} of it`, at: first });
        } else {
          const next = spoken(wallAt(edge.at, timeZone));
          expect(planned).toMatchObject({ ok: false, refusal: "time-in-gap", detail: { next } });
        }
      }
      fake.accepted.length = 0;
      const end = edge.at.getTime() + 5 * 60 * minute;
      while (ctx.clock.now().getTime() < end) {
        ctx.clock.pass({ minutes: 15 });
        await publishDue(ctx, "worker");
      }
      const seen = fake.accepted.map(({ text, at }) => ({ text, at: at.toISOString() }));
      expect(byText(seen)).toEqual(
        byText(expected.map(({ text, at }) => ({ text, at: at.toISOString() }))),
      );
    }
  },
);

test("29 February is a day like any other, in the years that have one", async () => {
  const { ctx, fake, account } = await aPlaceIn("Europe/Amsterdam");
  ctx.clock.set(new Date("2028-02-27T12:00:00Z"));
  const days = ["2028-02-28", "2028-02-29", "2028-03-01"];
  for (const day of days) {
    const postId = await havePost(ctx, { accountIds: [account.id], texts: [day] });
    const planned = await schedulePost(ctx, { postId, when: wallClock(`${day}T09:00`) });
    expect(planned).toMatchObject({ ok: true, value: { publishAt: new Date(`${day}T08:00Z`) } });
  }
  const nowhere = await havePost(ctx, { accountIds: [account.id], texts: ["never"] });
  expect(
    await schedulePost(ctx, { postId: nowhere, when: wallClock("2029-02-29T09:00") }),
  ).toMatchObject({ ok: false, refusal: "unreadable-time" });
  for (const day of days) {
    ctx.clock.set(new Date(`${day}T08:00:00Z`));
    await publishDue(ctx, "worker");
    expect(fake.accepted.at(-1)?.text).toBe(day);
  }
  expect(fake.accepted).toHaveLength(3);
});

interface Edge {
  /** The first instant under the new rule. */
  readonly at: Date;
  /** Positive where the clock is put forward. */
  readonly shiftMinutes: number;
}

async function aPlaceIn(timeZone: string) {
  const ctx: TestContext = await haveWorkspace();
  const fake = fakeNetwork();
  const account = await haveAccount(ctx);
  await changeWorkspace(ctx, { timeZone });
  return { ctx, fake, account };
}

/** Found by asking the platform's own calendar for every quarter of an hour: another source than the product's. */
function edgesOf(timeZone: string, year: number): Edge[] {
  const edges: Edge[] = [];
  const quarter = 15 * minute;
  for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += 24 * 60 * minute) {
    const shift = offsetAt(day + 24 * 60 * minute, timeZone) - offsetAt(day, timeZone);
    if (shift === 0) continue;
    let at = day;
    while (offsetAt(at, timeZone) === offsetAt(day, timeZone)) at += quarter;
    edges.push({ at: new Date(at), shiftMinutes: shift / minute });
  }
  return edges;
}

/** The walls that matter: before, in, and after what is skipped or repeated. */
function wallsAround({ at, shiftMinutes }: Edge, timeZone: string): string[] {
  const step = isFull ? 15 : 30;
  const reach = Math.abs(shiftMinutes) + 60;
  const before = wallAsUtc(at.getTime() - minute, timeZone) + minute;
  const walls: string[] = [];
  for (let off = -reach; off <= reach; off += step)
    walls.push(new Date(before + off * minute).toISOString().slice(0, 16));
  return walls;
}

/** All instants at which clocks there show this, in order: none, one or two. */
function instantsOf(wall: string, timeZone: string, near: Date): Date[] {
  const instants: Date[] = [];
  for (let off = -300; off <= 300; off += 1) {
    const at = new Date(near.getTime() + off * minute);
    if (wallAt(at, timeZone) === wall) instants.push(at);
  }
  return instants;
}

function wallAt(at: Date, timeZone: string): string {
  return new Date(wallAsUtc(at.getTime(), timeZone)).toISOString().slice(0, 16);
}

function offsetAt(at: number, timeZone: string): number {
  return wallAsUtc(at, timeZone) - at;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function wallAsUtc(at: number, timeZone: string): number {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat("en-u-hc-h23", {
      timeZone,
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
    });
  formats.set(timeZone, format);
  const parts = Object.fromEntries(
    format.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute: minutes = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minutes);
}

function wallClock(at: string) {
  return { kind: "wall-clock" as const, at };
}

function spoken(wall: string): string {
  return wall.replace("T", " ");
}

function byText<Post extends { text: string }>(posts: readonly Post[]): Post[] {
  return posts.toSorted((one, two) => one.text.localeCompare(two.text));
}
