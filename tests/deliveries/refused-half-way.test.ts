import { describe, expect, test } from "vitest";

import { reschedulePost } from "#lib/deliveries/reschedule-post";
import { resolveDelivery } from "#lib/deliveries/resolve-delivery";
import { undoResolution } from "#lib/deliveries/undo-resolution";
import { unschedulePost } from "#lib/deliveries/unschedule-post";
import type { Context } from "#lib/kernel/context";
import { publishDue } from "#lib/publisher/publish-due";

import { dump } from "../support/dump.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveScheduled } from "../support/have-post.ts";
import { park } from "../support/park.ts";
import { setDelivery } from "../support/set-delivery.ts";

type State = "half-out" | "planned" | "sending" | "published" | "parked" | "missed" | "failed";
type Act = (
  ctx: Context,
  of: { readonly postId: string; readonly deliveryId: string },
) => Promise<unknown>;

const past = { kind: "wall-clock", at: "2026-02-01T09:00" } as const;
const gap = { kind: "wall-clock", at: "2026-03-29T02:30" } as const;
const soon = { kind: "wall-clock", at: "2026-03-02T09:00" } as const;

const move =
  (when: typeof past | typeof gap | typeof soon): Act =>
  (ctx, { deliveryId }) =>
    resolveDelivery(ctx, { answer: "move", deliveryId, when });
const reschedule =
  (when: typeof past | typeof gap | typeof soon): Act =>
  (ctx, { postId }) =>
    reschedulePost(ctx, { postId, when });
const unschedule: Act = (ctx, { postId }) => unschedulePost(ctx, { postId });
const resolve =
  (answer: "is-there" | "send-again" | "leave-out", named: object = {}): Act =>
  (ctx, { deliveryId }) =>
    resolveDelivery(ctx, { deliveryId, answer, ...named });
const rewrite: Act = (ctx, { deliveryId }) =>
  resolveDelivery(ctx, { answer: "rewrite", deliveryId });
const timeless: Act = (ctx, { deliveryId }) => resolveDelivery(ctx, { deliveryId, answer: "move" });
const undo: Act = (ctx, { deliveryId }) => undoResolution(ctx, { deliveryId });

describe("what is refused leaves every row as it was", () => {
  test.each<[string, State, string, Act]>([
    ["moving a post", "planned", "in-the-past", reschedule(past)],
    ["moving a post", "planned", "time-in-gap", reschedule(gap)],
    ["moving a post", "sending", "already-publishing", reschedule(soon)],
    ["moving a post", "published", "already-published", reschedule(soon)],
    ["taking a post off the calendar", "sending", "already-publishing", unschedule],
    ["taking a post off the calendar", "published", "already-published", unschedule],
    ["moving a missed part", "missed", "in-the-past", move(past)],
    ["moving a missed part", "missed", "time-in-gap", move(gap)],
    ["moving a part", "planned", "nothing-to-answer", move(soon)],
    ["moving a part", "parked", "nothing-to-answer", move(soon)],
    ["saying that it is there", "planned", "nothing-to-answer", resolve("is-there")],
    ["saying that it is there", "failed", "nothing-to-answer", resolve("is-there")],
    [
      "saying which one it is",
      "parked",
      "no-such-candidate",
      resolve("is-there", { candidateRemoteId: "never-seen" }),
    ],
    ["pasting no address", "parked", "not-an-address", resolve("is-there", { url: "here" })],
    ["moving without a time", "missed", "unreadable-time", timeless],
    ["sending again", "sending", "nothing-to-answer", resolve("send-again")],
    ["sending again", "published", "nothing-to-answer", resolve("send-again")],
    ["leaving out", "published", "nothing-to-answer", resolve("leave-out")],
    ["rewriting", "planned", "nothing-to-answer", rewrite],
    ["rewriting", "parked", "nothing-to-answer", rewrite],
    ["taking back an answer", "parked", "nothing-to-take-back", undo],
    ["taking back an answer", "failed", "nothing-to-take-back", undo],
  ])("%s that is %s: %s", async (_what, state, refusal, act) => {
    const { ctx, ...of } = await haveDelivery(state);
    const before = await dump(ctx.db);
    expect(await act(ctx, of)).toMatchObject({ ok: false, refusal });
    expect(await dump(ctx.db)).toEqual(before);
  });
});

describe("what breaks half-way leaves every row as it was", () => {
  test.each<[string, State, Act]>([
    ["moving a post", "planned", reschedule(soon)],
    ["moving a missed part", "missed", move(soon)],
    ["saying that it is there", "parked", resolve("is-there")],
    ["sending again", "parked", resolve("send-again")],
    ["leaving out", "failed", resolve("leave-out")],
    ["rewriting", "half-out", rewrite],
  ])("%s", async (_what, state, act) => {
    const { ctx, ...of } = await haveDelivery(state);
    const before = await dump(ctx.db);
    // The very last thing that each of them does is to commit.
    const failing: Context = {
      ...ctx,
      transact: (work) =>
        ctx.transact(async (tx) => {
          await work(tx);
          throw new Error("pulled the plug");
        }),
    };
    await expect(act(failing, of)).rejects.toThrow("pulled the plug");
    expect(await dump(ctx.db)).toEqual(before);
  });
});

/** The first part of a thread of two, in that state. */
async function haveDelivery(state: State) {
  const ctx = await haveWorkspace();
  const fake = fakeNetwork({ outcome: { kind: "listing" } });
  const { id } = await haveAccount(ctx);
  const at = state === "planned" ? { at: "2026-03-05T09:00" } : {};
  const content = { accountIds: [id], texts: ["one", "two"], ...at };
  const { postId, deliveries } = await haveScheduled(ctx, content);
  const deliveryId = deliveries[0]?.id ?? "";
  await bringInto(state, ctx, { fake, deliveryId });
  return { ctx, postId, deliveryId: deliveries[state === "half-out" ? 1 : 0]?.id ?? "" };
}

type TestWorkspace = Awaited<ReturnType<typeof haveWorkspace>>;
type Faulty = { readonly fake: ReturnType<typeof fakeNetwork>; readonly deliveryId: string };

async function bringInto(state: State, ctx: TestWorkspace, { fake, deliveryId }: Faulty) {
  if (state === "failed") fake.faults.push("refuse");
  if (state === "half-out") fake.faults.push(undefined, "refuse");
  if (state === "failed" || state === "half-out" || state === "published")
    await publishDue(ctx, "worker");
  if (state === "parked") await park(ctx, deliveryId);
  if (state === "sending" || state === "missed")
    await ctx.transact((tx) => setDelivery(tx, deliveryId, { state }));
}
