import { expect, test } from "vitest";

import { acceptShoutOut } from "#lib/advocacy/accept-shout-out";
import { editPublished } from "#lib/deliveries/edit-published";
import { schedulePost } from "#lib/deliveries/schedule-post";
import { appreciateTouchpoint } from "#lib/engagement/appreciate-touchpoint";
import { collectAccount } from "#lib/engagement/collect-account";
import { runEventHandlers } from "#lib/event-handlers";
import { publishDue } from "#lib/publisher/publish-due";

import { haveWorkspace } from "../../support/factories.ts";
import { haveScheduled } from "../../support/have-post.ts";
import { onlyPartOf, suggestionFor, touchpointsOf, valueOf } from "../whole-loop.ts";
import { connectTo, haveLinkedIn, postsBy } from "./have-linkedin.ts";
import { shownText } from "./little-text.ts";

test("from signing in for a page to a thank-you under somebody's post", async () => {
  const ctx = await haveWorkspace();
  const server = await haveLinkedIn(ctx);
  const account = await connectTo(ctx, server, "pages");
  const anna = server.join("Anna de Vries");

  const text = "Our new shawl (hand-dyed) is here #wool";
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts: [text] });
  await publishDue(ctx, "worker-1");
  const part = await onlyPartOf(ctx, postId);
  expect(part).toMatchObject({ state: "published" });
  expect(part.url).toBe(`${server.url}/feed/update/${part.remoteId}/`);
  const shown = () => postsBy(server, account.remoteId).map((post) => shownText(post.commentary));
  expect(shown()).toEqual([text]);

  valueOf(await editPublished(ctx, { deliveryId: part.id, text: "Our new shawl [blue] is here" }));
  expect(shown()).toEqual(["Our new shawl [blue] is here"]);

  const on = part.remoteId ?? "";
  server.act(anna, { do: "like", on });
  const said = "So beautiful! I love it.";
  const comment = server.act(anna, { do: "comment", on, text: said });
  server.act(anna, { do: "share", on });
  const praise = "I love my shawl, thank you so much";
  const praised = server.act(anna, { do: "mention", page: server.page, text: praise });
  ctx.clock.pass({ minutes: 5 });
  expect(await collectAccount(ctx, account.id)).toMatchObject({ outcome: "collected", count: 4 });
  expect(await collectAccount(ctx, account.id)).toMatchObject({ count: 0 });
  await runEventHandlers(ctx);
  const touchpoints = await touchpointsOf(ctx);
  expect(touchpoints.map(({ type, postId: about }) => `${type} on ${about}`).toSorted()).toEqual([
    `like on ${postId}`,
    "mention on null",
    `reply on ${postId}`,
    `repost on ${postId}`,
  ]);
  const who = `LinkedIn ${anna.id.slice(-4)}`;
  expect(new Set(touchpoints.map((one) => one.who))).toEqual(new Set([who]));
  const reply = touchpoints.find(({ type }) => type === "reply");
  expect(reply?.text).toBe(said);
  valueOf(await appreciateTouchpoint(ctx, { touchpointId: reply?.id ?? "", how: "like" }));
  expect(server.world.reactions).toMatchObject([{}, { actor: account.remoteId, root: comment }]);

  const suggestion = await suggestionFor(ctx, who);
  const thanks = valueOf(await acceptShoutOut(ctx, { shoutOutId: suggestion.shoutOut.id }));
  valueOf(await schedulePost(ctx, { postId: thanks.id, when: { kind: "now" } }));
  await publishDue(ctx, "worker-1");
  const thanked = await onlyPartOf(ctx, thanks.id);
  expect(thanked.state).toBe("published");
  expect(server.world.comments.at(-1)).toMatchObject({
    urn: thanked.remoteId,
    post: { urn: praised },
    actor: account.remoteId,
  });
  expect(server.complaints).toEqual([]);
});

test("a day's limit holds the posts until the next day of UTC, in order, and nothing is lost", async () => {
  const ctx = await haveWorkspace();
  const server = await haveLinkedIn(ctx);
  const account = await connectTo(ctx, server, "member");
  server.limits["create-post"] = 1;
  ctx.clock.set(new Date("2026-03-01T23:45:00Z"));
  const ids: string[] = [];
  for (const text of ["One", "Two"])
    ids.push((await haveScheduled(ctx, { accountIds: [account.id], texts: [text] })).postId);
  await publishDue(ctx, "worker-1");
  const there = () => postsBy(server, account.remoteId).map(({ commentary }) => commentary);
  expect(there()).toEqual(["One"]);
  ctx.clock.set(new Date("2026-03-02T00:00:10Z"));
  await publishDue(ctx, "worker-1");
  expect(there()).toEqual(["One", "Two"]);
});

test("a version that has ended keeps the posts, and all go once the operator names a newer one", async () => {
  const ctx = await haveWorkspace();
  const server = await haveLinkedIn(ctx);
  const account = await connectTo(ctx, server, "pages");
  const body = { status: 426, code: "NONEXISTENT_VERSION", message: "not active" };
  server.faults.next("create-post", { status: 426, body });
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts: ["One"] });
  await publishDue(ctx, "worker-1");
  expect(await onlyPartOf(ctx, postId)).toMatchObject({
    state: "scheduled",
    reasonDetail: expect.stringContaining("LINKEDIN_VERSION"),
  });
  ctx.clock.pass({ minutes: 1 });
  await publishDue(ctx, "worker-1");
  expect((await onlyPartOf(ctx, postId)).state).toBe("published");
});
