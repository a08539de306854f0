import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { deliveries } from "#lib/deliveries/schema";
import { extendLease } from "#lib/publisher/lease-repository";

import { aDuePost, deliveriesOf } from "./a-due-post.ts";

/** In the hands of one worker, which is preparing it. */
async function aClaimedPost() {
  const { ctx, post } = await aDuePost();
  const claim = { state: "claimed", leaseOwner: "worker-1", fence: 7 } as const;
  await ctx.transact((tx) =>
    tx.update(deliveries).set(claim).where(eq(deliveries.postId, post.postId)),
  );
  const [claimed] = await deliveriesOf(ctx, post.postId);
  if (!claimed) throw new Error("No delivery.");
  return { ctx, claimed };
}

const change = {
  leaseUntil: new Date("2026-03-01T13:00:00Z"),
  reason: "video-on-its-way",
  reasonDetail: "40 %",
};

test("whoever prepares a delivery keeps it for as long as that takes", async () => {
  const { ctx, claimed } = await aClaimedPost();
  expect(await ctx.transact((tx) => extendLease(tx, claimed, change))).toBe(true);
  expect((await deliveriesOf(ctx, claimed.postId))[0]).toMatchObject({ ...change, fence: 7 });
});

test.each([
  ["another worker took it", { leaseOwner: "worker-2", fence: 8 }],
  ["it is leaving already", { state: "sending" as const }],
  ["it was put back", { state: "scheduled" as const, leaseOwner: null }],
])("where %s nothing is kept", async (_what, since) => {
  const { ctx, claimed } = await aClaimedPost();
  await ctx.transact((tx) => tx.update(deliveries).set(since).where(eq(deliveries.id, claimed.id)));
  expect(await ctx.transact((tx) => extendLease(tx, claimed, change))).toBe(false);
  expect((await deliveriesOf(ctx, claimed.postId))[0]?.leaseUntil).not.toEqual(change.leaseUntil);
});
