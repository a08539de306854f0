import { expect, onTestFinished, test } from "vitest";

import { acceptShoutOut } from "#lib/advocacy/accept-shout-out";
import { listRecognitions } from "#lib/advocacy/list-recognitions";
import { editPublished } from "#lib/deliveries/edit-published";
import { schedulePost } from "#lib/deliveries/schedule-post";
import { appreciateTouchpoint } from "#lib/engagement/appreciate-touchpoint";
import { collectAccount } from "#lib/engagement/collect-account";
import { collectDue } from "#lib/engagement/collect-due";
import { startListening } from "#lib/engagement/start-listening";
import { runEventHandlers } from "#lib/event-handlers";
import { showPersonJourney } from "#lib/journey/show-person-journey";
import { wallClock } from "#lib/kernel/local-time";
import { listPeople } from "#lib/people/list-people";
import { saveDraft } from "#lib/posts/save-draft";
import { publishDue } from "#lib/publisher/publish-due";

import { haveImage } from "../../support/have-image.ts";
import { haveScheduled } from "../../support/have-post.ts";
import { onlyPartOf, partsOf, suggestionFor, touchpointsOf, valueOf } from "../whole-loop.ts";
import { haveMastodon, postsOf } from "./have-mastodon.ts";

const minute = 60_000;

test("from signing in on the server's page to a published thank-you", async () => {
  const { ctx, server, anna, bram, account } = await haveMastodon();
  expect(account).toMatchObject({
    state: "active",
    handle: "noorderwol@mastodon.test",
    limits: { text: { max: 500 }, poll: { optionsMax: 4 } },
  });

  // A thread with a warning, for quiet readers; it goes out when it is due and not before.
  const { id: mediaId } = await haveImage(ctx);
  const dueAt = new Date(ctx.clock.now().getTime() + 30 * minute);
  const parts = [
    {
      text: "Our new shawl is here 🧶 #wool",
      images: [{ mediaId, alt: "A shawl" }],
      warning: "Itchy",
      visibility: "unlisted" as const,
    },
    { text: "Knitted in Amsterdam", images: [] },
  ];
  const content = { stageId: "stage-awareness", accountIds: [account.id], parts, language: "en" };
  const { id: postId } = valueOf(await saveDraft(ctx, content));
  const at = wallClock(dueAt, "Europe/Amsterdam");
  valueOf(await schedulePost(ctx, { postId, when: { kind: "wall-clock", at } }));
  ctx.clock.set(new Date(dueAt.getTime() - 1));
  await publishDue(ctx, "worker-1");
  expect(postsOf(server, "noorderwol")).toEqual([]);
  ctx.clock.set(dueAt);
  await publishDue(ctx, "worker-1");
  const [first, second] = await partsOf(ctx, postId);
  expect(first).toMatchObject({ state: "published", publishedAt: dueAt });
  const standing = postsOf(server, "noorderwol");
  expect(standing).toMatchObject([
    { text: parts[0]!.text, warning: "Itchy", visibility: "unlisted", language: "en" },
    { text: "Knitted in Amsterdam", warning: "Itchy", visibility: "unlisted" },
  ]);
  expect(standing[0]!.media[0]!.description).toBe("A shawl");
  expect(standing[1]?.answers).toBe(standing[0]);
  expect(second!.url).toBe(`${server.url}/@noorderwol/${second!.remoteId}`);

  // Others react; what they did is told with who they are and the stage it speaks for.
  const on = first!.remoteId!;
  anna.like(on);
  anna.boost(on);
  anna.follow("noorderwol");
  anna.reply("So beautiful! I love it.", on);
  anna.post("I love my shawl, it is wonderful, thank you so much @noorderwol");
  bram.like(on);
  bram.quote("Have you seen this?", on);
  ctx.clock.pass({ minutes: 5 });
  expect(await collectAccount(ctx, account.id)).toMatchObject({ outcome: "collected", count: 7 });
  await runEventHandlers(ctx);
  const touched = await touchpointsOf(ctx);
  expect(touched.map(({ type, who }) => `${type} by ${who}`).toSorted()).toEqual([
    "follow by Anna",
    "like by Anna",
    "like by Bram",
    "mention by Anna",
    "quote by Bram",
    "reply by Anna",
    "repost by Anna",
  ]);
  expect(touched.every(({ stageId }) => stageId!.startsWith("stage-"))).toBe(true);
  expect(touched.filter((one) => one.postId === postId)).toHaveLength(5);
  expect(await collectAccount(ctx, account.id)).toMatchObject({ count: 0 });

  // Her answer gets a favourite, and she hears of it.
  const reply = touched.find(({ type }) => type === "reply");
  valueOf(await appreciateTouchpoint(ctx, { touchpointId: reply!.id, how: "like" }));
  expect(anna.notifications().map(({ type }) => type)).toEqual(["favourite"]);

  // The fan is suggested, and one click makes the thank-you a draft, in which she is named.
  const suggestion = await suggestionFor(ctx, "Anna");
  const shoutOutId = suggestion.shoutOut.id;
  const thanks = valueOf(await acceptShoutOut(ctx, { shoutOutId }));
  valueOf(await schedulePost(ctx, { postId: thanks.id, when: { kind: "now" } }));
  await publishDue(ctx, "worker-1");
  const thanked = await onlyPartOf(ctx, thanks.id);
  expect(thanked.state).toBe("published");
  expect(postsOf(server, "noorderwol").at(-1)!.text).toContain("@anna");
  expect(anna.notifications().at(-1)).toMatchObject({ type: "mention" });
  await runEventHandlers(ctx);
  expect(await listRecognitions(ctx, suggestion.person.id)).toMatchObject([
    { shoutOutId, url: thanked.url },
  ]);

  // Her answer to it is a touchpoint of the same person; a slip in the words is put right there.
  anna.reply("Oh, that is so kind of you!", thanked.remoteId!);
  ctx.clock.pass({ minutes: 5 });
  expect(await collectAccount(ctx, account.id)).toMatchObject({ count: 1 });
  const [answer] = await touchpointsOf(ctx);
  expect(answer).toMatchObject({ type: "reply", postId: thanks.id });
  expect(answer!.personId).toBe(suggestion.person.id);
  valueOf(await editPublished(ctx, { deliveryId: first!.id, text: "Our newest shawl 🧶" }));
  const [edited] = postsOf(server, "noorderwol");
  expect(edited).toMatchObject({ text: "Our newest shawl 🧶", warning: "Itchy" });
  expect(edited!.media).toHaveLength(1);
});

test("pictures are made to fit the account's own server", async () => {
  const { ctx, server, account } = await haveMastodon({ imageMatrixLimit: 400 });
  const { id: mediaId } = await haveImage(ctx);
  const images = [{ mediaId, alt: "A scarf" }];
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id], images });
  await publishDue(ctx, "worker-1");
  expect(await onlyPartOf(ctx, postId)).toMatchObject({ state: "published" });
  expect(postsOf(server, "noorderwol")[0]!.media).toHaveLength(1);
});

test("what somebody does is heard at once, and collected at the next look", async () => {
  const { ctx, server, anna, account } = await haveMastodon();
  await collectAccount(ctx, account.id);
  const listener = startListening(ctx, { lookEveryMs: 50 });
  onTestFinished(() => listener.stop());
  await expect.poll(() => server.streams.size).toBe(1);
  // What is said when the line opens is news, too: it has to be over first.
  await expect.poll(() => collectDue(ctx)).toBe(1);
  expect(await collectDue(ctx)).toBe(0);
  anna.post("Hello @noorderwol");
  await expect.poll(() => collectDue(ctx)).toBe(1);
  expect((await touchpointsOf(ctx)).map(({ type }) => type)).toEqual(["mention"]);
});

test("whoever helps another customer under our post is told apart, and becomes a fan", async () => {
  const { ctx, anna, bram, account } = await haveMastodon();
  const scheduled = await haveScheduled(ctx, { texts: ["Washing day"], accountIds: [account.id] });
  await publishDue(ctx, "worker-1");
  const [post] = await partsOf(ctx, scheduled.postId);
  const asked = anna.reply("Can it be washed at thirty degrees?", post?.remoteId ?? "");
  bram.reply("Yes, mine came out fine with a little vinegar. @noorderwol", asked.id);
  await collectAccount(ctx, account.id);
  await runEventHandlers(ctx);
  const touchpoints = await touchpointsOf(ctx);
  expect(
    touchpoints.map(({ type, postId, isAnswerToOther }) => [type, postId, isAnswerToOther]),
  ).toEqual([
    ["reply", scheduled.postId, true],
    ["reply", scheduled.postId, false],
  ]);
  const { people } = await listPeople(ctx);
  const helper = people.find(({ person }) => person.displayName === "Bram");
  const { classifications, stages, belief } = await showPersonJourney(ctx, helper?.person.id ?? "");
  expect([...classifications.values()].map(({ rule }) => rule)).toEqual(["helped-customer"]);
  expect(stages.find(({ id }) => id === belief?.primaryStageId)?.key).toBe("advocacy");
});
