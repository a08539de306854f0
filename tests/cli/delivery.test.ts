import { expect, test } from "vitest";

import { publishDue } from "#lib/publisher/publish-due";

import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveScheduled } from "../support/have-post.ts";
import { park } from "../support/park.ts";
import { runShoutloop } from "./run-shoutloop.ts";

test("answers what waits for a person, takes it back, and answers otherwise", async () => {
  const { ctx, resolve, deliveryId } = await aDelivery();
  await park(ctx, deliveryId);
  const left = await resolve("leave-out", "--json");
  expect(left.json()).toMatchObject({ deliveryId, answer: "leave-out", state: "cancelled" });
  expect(await runShoutloop(ctx, ["delivery", "undo", deliveryId])).toMatchObject({ code: 0 });
  // What belongs to another answer is not taken for one.
  expect(await resolve("is-there", "--url", "there")).toMatchObject({
    code: 1,
    err: expect.stringContaining("there"),
  });
  const url = "https://fake.example/elsewhere";
  expect((await resolve("is-there", "--url", url, "--json")).json()).toMatchObject({
    state: "published",
  });
  const listed: readonly { url: string }[] = (
    await runShoutloop(ctx, ["deliveries", "--json"])
  ).json();
  expect(listed[0]?.url).toBe(url);
  expect(await resolve("leave-out")).toMatchObject({ code: 1 });
});

test("moves what was refused, or says which post to change", async () => {
  const { ctx, fake, postId, resolve } = await aDelivery();
  fake.faults.push("refuse");
  await publishDue(ctx, "worker");
  expect((await resolve("rewrite", "--json")).json()).toMatchObject({ postId });
  expect((await resolve("move")).err).toContain("--at");
  expect((await resolve("move", "--at", "2026-02-01T09:00")).err).toContain(
    "1 Feb 2026, 09:00 has passed",
  );
  expect((await resolve("move", "--at", "2026-03-05T09:00", "--json")).json()).toMatchObject({
    state: "scheduled",
  });
});

test("names the answers that there are", async () => {
  const { resolve } = await aDelivery();
  expect(await resolve("perhaps")).toMatchObject({
    code: 1,
    err: expect.stringContaining("is-there, send-again, leave-out, move, rewrite"),
  });
});

async function aDelivery() {
  const ctx = await haveWorkspace();
  const fake = fakeNetwork();
  const { id } = await haveAccount(ctx);
  const { postId, deliveries } = await haveScheduled(ctx, { accountIds: [id], texts: ["Hello"] });
  const deliveryId = deliveries[0]?.id ?? "";
  const resolve = (answer: string, ...more: string[]) =>
    runShoutloop(ctx, ["delivery", "resolve", deliveryId, answer, ...more]);
  return { ctx, fake, postId, deliveryId, resolve };
}
