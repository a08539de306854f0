import { expect, onTestFinished, test } from "vitest";

import type { Account } from "#lib/accounts/account";
import { beginSignIn } from "#lib/accounts/begin-sign-in";
import { finishSignIn } from "#lib/accounts/finish-sign-in";
import { showAccount } from "#lib/accounts/show-account";
import { acceptShoutOut } from "#lib/advocacy/accept-shout-out";
import { listRecognitions } from "#lib/advocacy/list-recognitions";
import { listShoutOuts } from "#lib/advocacy/list-shout-outs";
import { suggestShoutOuts } from "#lib/advocacy/suggest-shout-outs";
import { appreciateTouchpoint } from "#lib/engagement/appreciate-touchpoint";
import { collectAccount } from "#lib/engagement/collect-account";
import { collectDue } from "#lib/engagement/collect-due";
import { listTouchpoints } from "#lib/engagement/list-touchpoints";
import { startListening } from "#lib/engagement/start-listening";
import { wallClock } from "#lib/kernel/local-time";
import type { Result } from "#lib/kernel/result";
import { saveDraft } from "#lib/posts/save-draft";
import { editPublished } from "#lib/publishing/edit-published";
import { listDeliveries } from "#lib/publishing/list-deliveries";
import { publishDue } from "#lib/publishing/publish-due";
import { schedulePost } from "#lib/publishing/schedule-post";
import { answerPending } from "#lib/reactions";

import type { TestContext } from "../../support/context.ts";
import { haveWorkspace } from "../../support/factories.ts";
import { haveImage } from "../../support/have-image.ts";
import { haveScheduled } from "../../support/have-post.ts";
import type { Actor } from "./people.ts";
import { startMastodonServer, type MastodonServer } from "./server.ts";
import { domainAt } from "./under-test.ts";
import type { Configuration } from "./world.ts";

const minute = 60_000;
const publicUrl = "http://localhost:3000";

async function started(configuration: Partial<Configuration> = {}) {
  const ctx = await haveWorkspace();
  // One clock for both: what is due here is on time there.
  const server = await startMastodonServer({ now: () => ctx.clock.now(), configuration });
  onTestFinished(() => server.stop());
  Object.assign(ctx, { http: domainAt(server, ctx.http) });
  const [brand, anna, bram] = [
    server.join("Noorderwol"),
    server.join("Anna"),
    server.join("Bram", "elsewhere.example"),
  ];
  const account = await signIn(ctx, server, brand);
  return { ctx, server, brand, anna, bram, account };
}

/** As a person in a browser does it. */
async function signIn(ctx: TestContext, server: MastodonServer, brand: Actor): Promise<Account> {
  const asked = {
    network: "mastodon",
    answers: { server: server.url },
    callbackUrl: `${publicUrl}/api/connect/callback`,
    publicUrl,
  };
  const { url } = valueOf(await beginSignIn(ctx, asked));
  const back = new URL(await server.authorize(url, brand));
  const returned = Object.fromEntries(back.searchParams);
  return valueOf(await finishSignIn(ctx, { state: returned["state"] ?? "", returned }));
}

test("from signing in on the server's page to a published thank-you", async () => {
  const { ctx, server, anna, bram, account } = await started();
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
  const [first, second] = await deliveriesOf(ctx, postId);
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
  await answerPending(ctx);
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
  await suggestShoutOuts(ctx);
  const { suggestions } = await listShoutOuts(ctx);
  const suggestion = suggestions.find(({ person }) => person.displayName === "Anna");
  if (!suggestion) throw new Error("Nobody thought of thanking Anna.");
  const shoutOutId = suggestion.shoutOut.id;
  const thanks = valueOf(await acceptShoutOut(ctx, { shoutOutId }));
  valueOf(await schedulePost(ctx, { postId: thanks.id, when: { kind: "now" } }));
  await publishDue(ctx, "worker-1");
  const [thanked] = await deliveriesOf(ctx, thanks.id);
  expect(thanked!.state).toBe("published");
  expect(postsOf(server, "noorderwol").at(-1)!.text).toContain("@anna");
  expect(anna.notifications().at(-1)).toMatchObject({ type: "mention" });
  await answerPending(ctx);
  expect(await listRecognitions(ctx, suggestion.person.id)).toMatchObject([
    { shoutOutId, url: thanked!.url },
  ]);

  // Her answer to it is a touchpoint of the same person; a slip in the words is put right there.
  anna.reply("Oh, that is so kind of you!", thanked!.remoteId!);
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
  const { ctx, server, account } = await started({ imageMatrixLimit: 400 });
  const { id: mediaId } = await haveImage(ctx);
  const images = [{ mediaId, alt: "A scarf" }];
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id], images });
  await publishDue(ctx, "worker-1");
  expect((await deliveriesOf(ctx, postId))[0]).toMatchObject({ state: "published" });
  expect(postsOf(server, "noorderwol")[0]!.media).toHaveLength(1);
});

test("what somebody does is heard at once, and collected at the next look", async () => {
  const { ctx, server, anna, account } = await started();
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

test("an answer that is lost on the way is found again, and nothing is there twice", async () => {
  const { ctx, server, account } = await started();
  server.faults.add("reset-after", "POST /api/v1/statuses");
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id] });
  await publishDue(ctx, "worker-1");
  expect((await deliveriesOf(ctx, postId))[0]).toMatchObject({ state: "unknown" });
  ctx.clock.pass({ minutes: 3 });
  await publishDue(ctx, "worker-1");
  expect((await deliveriesOf(ctx, postId))[0]).toMatchObject({ state: "published" });
  expect(postsOf(server, "noorderwol")).toHaveLength(1);
});

test("a post that never arrived goes out under the same key", async () => {
  const { ctx, server, account } = await started();
  server.faults.add("error-before", "POST /api/v1/statuses");
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id] });
  await publishDue(ctx, "worker-1");
  for (let round = 0; round < 4; round += 1) {
    ctx.clock.pass({ minutes: 3 });
    await publishDue(ctx, "worker-1");
  }
  expect((await deliveriesOf(ctx, postId))[0]).toMatchObject({ state: "published" });
  expect(postsOf(server, "noorderwol")).toHaveLength(1);
  const keys = server.requests
    .filter(({ method, path }) => method === "POST" && path === "/api/v1/statuses")
    .map(({ headers }) => headers["idempotency-key"]);
  expect(new Set(keys).size).toBe(1);
  expect(keys).toHaveLength(2);
});

test("a sign-in that was taken back holds the posts, and a new one sends them", async () => {
  const { ctx, server, brand, account } = await started();
  const texts = ["One", "Two", "Three"];
  for (const text of texts) await haveScheduled(ctx, { accountIds: [account.id], texts: [text] });
  for (const token of server.world.tokens.values()) token.isRevoked = true;
  await publishDue(ctx, "worker-1");
  expect(await showAccount(ctx, account.id)).toMatchObject({ state: "needs_reconnect" });
  expect(postsOf(server, "noorderwol")).toEqual([]);
  ctx.clock.pass({ minutes: 5 });
  expect((await signIn(ctx, server, brand)).id).toBe(account.id);
  for (const _ of texts) await publishDue(ctx, "worker-1");
  expect(postsOf(server, "noorderwol").map(({ text }) => text)).toEqual(texts);
});

test("no request before the limit is lifted", async () => {
  const { ctx, server, account } = await started();
  server.limits.budgets = { ...server.limits.budgets, posting: { most: 1, ms: 40 * minute } };
  for (const text of ["One", "Two"])
    await haveScheduled(ctx, { accountIds: [account.id], texts: [text] });
  await publishDue(ctx, "worker-1");
  const asked = server.requests.length;
  ctx.clock.pass({ minutes: 20 });
  await publishDue(ctx, "worker-1");
  expect(postsOf(server, "noorderwol")).toHaveLength(1);
  expect(server.requests.length).toBe(asked);
  ctx.clock.pass({ minutes: 21 });
  await publishDue(ctx, "worker-1");
  expect(postsOf(server, "noorderwol").map(({ text }) => text)).toEqual(["One", "Two"]);
});

function postsOf({ world }: MastodonServer, username: string) {
  return [...world.statuses.values()].filter(
    ({ author, isDeleted }) => author.username === username && !isDeleted,
  );
}

async function deliveriesOf(ctx: TestContext, postId: string) {
  const deliveries = await listDeliveries(ctx, { postIds: [postId] });
  return deliveries.toSorted((one, other) => one.part - other.part);
}

/** Newest first. */
async function touchpointsOf(ctx: TestContext) {
  const { touchpoints } = await listTouchpoints(ctx, { limit: 100 });
  return touchpoints.map(({ touchpoint, person, classification }) => ({
    ...touchpoint,
    who: person.displayName,
    personId: person.id,
    stageId: classification?.stageId,
  }));
}

function valueOf<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result)}`);
  return result.value;
}
