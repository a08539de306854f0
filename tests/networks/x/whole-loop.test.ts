import { expect, test } from "vitest";

import { findAccount } from "#lib/accounts/repository";
import { resumeAccount } from "#lib/accounts/resume-account";
import { setAccountBudget } from "#lib/accounts/set-account-budget";
import { acceptShoutOut } from "#lib/advocacy/accept-shout-out";
import { resolveDelivery } from "#lib/deliveries/resolve-delivery";
import { schedulePost } from "#lib/deliveries/schedule-post";
import { showDelivery } from "#lib/deliveries/show-delivery";
import { collectAccount } from "#lib/engagement/collect-account";
import { listTouchpoints } from "#lib/engagement/list-touchpoints";
import { runEventHandlers } from "#lib/event-handlers";
import { publishDue } from "#lib/publisher/publish-due";
import { showSpending } from "#lib/spending/show-spending";

import { haveWorkspace } from "../../support/factories.ts";
import { haveScheduled } from "../../support/have-post.ts";
import { park } from "../../support/park.ts";
import { onlyPartOf, partsOf, suggestionFor, valueOf } from "../whole-loop.ts";
import { haveX, signInToX } from "./have-x-account.ts";

async function started() {
  const ctx = await haveWorkspace();
  const server = await haveX(ctx);
  const account = await signInToX(ctx, server);
  return { ctx, server, account };
}

test("from signing in on X's page to a thank-you that a person posts there", async () => {
  const { ctx, server, account } = await started();
  const anna = server.join("anna_knits", "Anna");

  // A thread with a link goes out when it is due, in order, and is paid for.
  const texts = ["Our new shawl: https://noorderwol.nl/shawl 🧶", "Knitted in Amsterdam"];
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts });
  await publishDue(ctx, "worker-1");
  const [first, second] = await partsOf(ctx, postId);
  if (!first?.remoteId || !second) throw new Error("Not out.");
  expect([first.state, second.state]).toEqual(["published", "published"]);
  expect(first.url).toBe(`${server.url}/noorderwol/status/${first.remoteId}`);
  const standing = server.world.posts.filter(({ authorId }) => authorId === server.brand.id);
  expect(standing.map(({ text }) => text)).toEqual(texts);
  expect(standing[1]?.replyTo).toBe(first.remoteId);
  expect(await showSpending(ctx)).toMatchObject([{ usdMicros: 215_000, most: null }]);

  // Somebody reacts, and what she did comes back with who she is.
  const on = first.remoteId;
  server.act(anna, { do: "like", on });
  server.act(anna, { do: "repost", on });
  server.act(anna, { do: "reply", on, text: "So beautiful! I love it." });
  const praise = { do: "post", text: "I love my shawl, thank you so much @noorderwol" } as const;
  const praiseId = server.act(anna, praise);
  ctx.clock.pass({ minutes: 5 });
  expect(await collectAccount(ctx, account.id)).toMatchObject({ outcome: "collected", count: 4 });
  expect(await collectAccount(ctx, account.id)).toMatchObject({ count: 0 });
  await runEventHandlers(ctx);
  const { touchpoints } = await listTouchpoints(ctx, { limit: 100 });
  expect(
    touchpoints.map(({ touchpoint: { type, postId: about } }) => `${type} on ${about}`).toSorted(),
  ).toEqual([`like on ${postId}`, "mention on null", `reply on ${postId}`, `repost on ${postId}`]);
  const [spent] = await showSpending(ctx);
  expect(spent?.byKind.read).toBeGreaterThan(0);

  // She named the brand, so X lets a tool answer her: the thank-you goes out under her words.
  const suggestion = await suggestionFor(ctx, "Anna");
  const thanks = valueOf(await acceptShoutOut(ctx, { shoutOutId: suggestion.shoutOut.id }));
  valueOf(await schedulePost(ctx, { postId: thanks.id, when: { kind: "now" } }));
  await publishDue(ctx, "worker-1");
  const thanked = await onlyPartOf(ctx, thanks.id);
  expect(thanked.state).toBe("published");
  expect(server.world.posts.at(-1)).toMatchObject({ id: thanked.remoteId, replyTo: praiseId });

  // Naming somebody who did not ask for it is not for tools: that is a draft for a person.
  const text = "Fan of the week: @anna_knits & her shawls";
  const fanPost = await haveScheduled(ctx, { accountIds: [account.id], texts: [text] });
  await publishDue(ctx, "worker-1");
  const byHand = await onlyPartOf(ctx, fanPost.postId);
  expect(byHand).toMatchObject({ state: "needs_person", reason: "by-hand" });
  const composer = new URL(byHand.composerUrl ?? "");
  expect(composer.searchParams.get("text")).toBe(text);

  // The person does, in X's own composer, and pastes the link.
  const made = server.act(server.brand, { do: "post", text });
  const url = `${server.url}/noorderwol/status/${made}`;
  valueOf(await resolveDelivery(ctx, { deliveryId: byHand.id, answer: "is-there", url }));
  expect((await partsOf(ctx, fanPost.postId))[0]).toMatchObject({
    state: "published",
    url,
    remoteId: made,
  });
  expect(server.complaints).toEqual([]);
});

test("an answer that got lost: looked for after two minutes, found, paid once, never sent twice", async () => {
  const { ctx, server, account } = await started();
  server.faults.next("create-post", "reset-after");
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts: ["Once only"] });
  await publishDue(ctx, "worker-1");
  expect((await partsOf(ctx, postId))[0]?.state).toBe("unknown");
  ctx.clock.pass({ seconds: 125 });
  await publishDue(ctx, "worker-1");
  expect((await partsOf(ctx, postId))[0]?.state).toBe("published");
  expect(server.meter.requests["create-post"]).toBe(1);
  expect(await showSpending(ctx)).toMatchObject([{ byKind: { publish: 15_000, read: 1_000 } }]);
});

test("where nothing more may be spent nobody looks, until there is money again", async () => {
  const { ctx, server, account } = await started();
  server.faults.next("create-post", "reset-after");
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts: ["Once only"] });
  await publishDue(ctx, "worker-1");
  valueOf(await setAccountBudget(ctx, { accountId: account.id, usdPerMonth: 0 }));
  ctx.clock.pass({ seconds: 125 });
  await publishDue(ctx, "worker-1");
  const waiting = await onlyPartOf(ctx, postId);
  expect(waiting.state).toBe("unknown");
  const { history } = await showDelivery(ctx, waiting.id);
  expect(history.at(-1)).toMatchObject({ outcome: "spent-out", why: "monthly-cap" });
  expect(server.meter.requests["list-posts"] ?? 0).toBe(0);

  valueOf(await setAccountBudget(ctx, { accountId: account.id, usdPerMonth: 1 }));
  ctx.clock.pass({ minutes: 10, seconds: 1 });
  await publishDue(ctx, "worker-1");
  expect((await onlyPartOf(ctx, postId)).state).toBe("published");
});

test("a post that a person found there has taken its price, one that they made themselves has not", async () => {
  const { ctx, server, account } = await started();
  const texts = ["Said to be there"];
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts });
  const lost = await onlyPartOf(ctx, postId);
  await park(ctx, lost.id);
  valueOf(await resolveDelivery(ctx, { deliveryId: lost.id, answer: "is-there" }));
  expect(await showSpending(ctx)).toMatchObject([{ byKind: { publish: 15_000 } }]);

  server.join("anna_knits", "Anna");
  const fan = ["Fan of the week: @anna_knits"];
  const byHand = await haveScheduled(ctx, { accountIds: [account.id], texts: fan });
  await publishDue(ctx, "worker-1");
  const { id: deliveryId } = await onlyPartOf(ctx, byHand.postId);
  valueOf(await resolveDelivery(ctx, { deliveryId, answer: "is-there" }));
  expect(await showSpending(ctx)).toMatchObject([{ byKind: { publish: 15_000 } }]);
});

test("a request that got lost is sent again, once", async () => {
  const { ctx, server, account } = await started();
  server.faults.next("create-post", "reset-before");
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts: ["Once only"] });
  await publishDue(ctx, "worker-1");
  for (let rounds = 0; rounds < 10; rounds += 1) {
    ctx.clock.pass({ seconds: 125 });
    await publishDue(ctx, "worker-1");
  }
  expect((await partsOf(ctx, postId))[0]?.state).toBe("published");
  expect(server.world.posts.filter(({ text }) => text === "Once only")).toHaveLength(1);
});

test("out of credit: everything waits, and goes when a person says there is credit again", async () => {
  const { ctx, server, account } = await started();
  server.meter.credit = 20_000;
  for (const text of ["One", "Two", "Three"])
    await haveScheduled(ctx, { accountIds: [account.id], texts: [text] });
  await publishDue(ctx, "worker-1");
  expect(await findAccount(ctx.db, ctx.workspaceId, account.id)).toMatchObject({
    state: "out_of_credit",
  });
  expect(server.world.posts).toHaveLength(1);
  expect(server.meter.requests["create-post"]).toBe(2);
  server.meter.credit = 1_000_000;
  valueOf(await resumeAccount(ctx, { accountId: account.id }));
  await publishDue(ctx, "worker-1");
  expect(server.world.posts.map(({ text }) => text)).toEqual(["One", "Two", "Three"]);
});

test("the month's limit holds what it does not reach for, in order, until it is raised or the month is over", async () => {
  const { ctx, server, account } = await started();
  valueOf(await setAccountBudget(ctx, { accountId: account.id, usdPerMonth: 0.03 }));
  const ids: string[] = [];
  for (const text of ["One", "Two", "Three", "Four"])
    ids.push((await haveScheduled(ctx, { accountIds: [account.id], texts: [text] })).postId);
  await publishDue(ctx, "worker-1");
  expect(server.world.posts.map(({ text }) => text)).toEqual(["One", "Two"]);
  const [third] = await partsOf(ctx, ids[2] ?? "");
  expect(third).toMatchObject({ state: "scheduled", reason: "monthly-cap" });
  expect(await collectAccount(ctx, account.id)).toMatchObject({ outcome: "later" });

  valueOf(await setAccountBudget(ctx, { accountId: account.id, usdPerMonth: 0.045 }));
  await publishDue(ctx, "worker-1");
  expect(server.world.posts.map(({ text }) => text)).toEqual(["One", "Two", "Three"]);
  expect(await showSpending(ctx)).toMatchObject([{ usdMicros: 45_000, most: 45_000 }]);

  ctx.clock.set(new Date("2026-04-01T00:00:00Z"));
  await publishDue(ctx, "worker-1");
  // A month late is too late to go without asking.
  expect((await partsOf(ctx, ids[3] ?? ""))[0]?.state).toBe("missed");
  expect(await showSpending(ctx)).toMatchObject([{ month: "2026-04", usdMicros: 0 }]);
});

test("the last request of a quarter of an hour lets the next wait for the reset", async () => {
  const { ctx, server, account } = await started();
  server.meter.limits["create-post"] = 2;
  for (const text of ["One", "Two", "Three"])
    await haveScheduled(ctx, { accountIds: [account.id], texts: [text] });
  await publishDue(ctx, "worker-1");
  expect(server.world.posts).toHaveLength(2);
  expect(server.meter.requests["create-post"]).toBe(2);
  ctx.clock.pass({ minutes: 15, seconds: 5 });
  await publishDue(ctx, "worker-1");
  expect(server.world.posts).toHaveLength(3);
  expect(server.meter.requests["create-post"]).toBe(3);
});
