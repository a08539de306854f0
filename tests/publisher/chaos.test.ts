import fc from "fast-check";
import { expect, test } from "vitest";

import { isPostgres } from "#lib/db/dialect";
import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { resolveDelivery } from "#lib/deliveries/resolve-delivery";
import { claimDue } from "#lib/publisher/claim-due";
import { publishDue } from "#lib/publisher/publish-due";
import { newRun } from "#lib/publisher/run";
import { sendDelivery } from "#lib/publisher/send-delivery";

import { aroundTransact } from "../support/around-transact.ts";
import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork, type Fault } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveScheduled } from "../support/have-post.ts";

const faults: (Fault | undefined)[] = [
  undefined,
  "reset-before",
  "reset-after",
  "error-before",
  "error-after",
  "throw-after",
  "not-sent",
  "later",
  "expired",
  "hang",
];

type Move =
  | { kind: "work" }
  | { kind: "wait"; seconds: number }
  /** The worker dies with what it holds. */
  | { kind: "crash"; after: "claim" | "intent" | "acceptance" };

const moves = fc.oneof(
  fc.constant<Move>({ kind: "work" }),
  fc.record<Move & { kind: "wait" }>({
    kind: fc.constant("wait"),
    seconds: fc.integer({ min: 1, max: 90 }),
  }),
  fc.record<Move & { kind: "crash" }>({
    kind: fc.constant("crash"),
    after: fc.constantFrom("claim", "intent", "acceptance"),
  }),
);

test("whatever fails and whoever dies: every post is there once, in the order of its thread", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...faults), { maxLength: 12 }),
      fc.array(moves, { minLength: 2, maxLength: 14 }),
      fc.integer({ min: 1, max: 3 }),
      // One class forgives a second request, the other makes a second post of it.
      fc.constantFrom("own-id" as const, "duplicate-listing" as const),
      run,
    ),
    { numRuns: isPostgres ? 15 : 40, seed: 20261122 },
  );
}, 300_000);

async function run(
  script: (Fault | undefined)[],
  steps: Move[],
  parts: number,
  kind: "own-id" | "duplicate-listing",
): Promise<void> {
  const ctx = await haveWorkspace();
  const fake = fakeNetwork({ outcome: { kind, timeoutMs: 20, settleMs: 40_000 } });
  const accounts = [
    await haveAccount(ctx, { identifier: "a" }),
    await haveAccount(ctx, { identifier: "b" }),
  ];
  const texts = ["one", "two", "three"].slice(0, parts);
  await haveScheduled(ctx, { accountIds: accounts.map(({ id }) => id), texts });
  fake.faults.push(...script);

  for (const step of steps) {
    if (step.kind === "wait") ctx.clock.pass({ seconds: step.seconds });
    if (step.kind === "work") await publishDue(ctx, "worker");
    if (step.kind === "crash") await crash(step.after);
  }
  // Everybody is well again: what is left must come to an end, a person answering where asked.
  fake.faults.length = 0;
  for (let round = 0; round < 60; round += 1) {
    ctx.clock.pass({ minutes: 3 });
    await publishDue(ctx, "worker");
    for (const { id, state } of await listDeliveries(ctx))
      if (state === "missed" || state === "failed")
        await resolveDelivery(ctx, { deliveryId: id, answer: "send-again" });
  }

  const all = await listDeliveries(ctx);
  expect(all.map(({ state }) => state)).toEqual(all.map(() => "published"));
  for (const { id } of accounts)
    expect(fake.accepted.filter((post) => post.accountId === id).map(({ text }) => text)).toEqual(
      texts,
    );

  async function crash(after: "claim" | "intent" | "acceptance"): Promise<void> {
    const [claimed] = await claimDue(newRun(ctx, "dying"), 1);
    if (!claimed || claimed.state !== "claimed" || after === "claim") return;
    // The intent is kept; the commit that would keep the outcome never happens.
    let commits = 0;
    const death = Promise.withResolvers<void>();
    const doomed = aroundTransact(ctx, (transact) => (work) => {
      commits += 1;
      if (commits === 1) return transact(work);
      death.resolve();
      return new Promise(() => {});
    });
    fake.faults.unshift(after === "intent" ? "reset-before" : undefined);
    const dying = newRun(doomed, "dying");
    await Promise.race([sendDelivery(dying, claimed), death.promise]);
  }
}
