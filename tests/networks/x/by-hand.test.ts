import { expect, test } from "vitest";

import { byHandOf } from "#lib/advocacy/by-hand";
import { listShoutOuts } from "#lib/advocacy/list-shout-outs";
import { thankPerson } from "#lib/advocacy/thank-person";
import { handNotesText } from "#lib/cli/hand-notes-text";
import { listAccountRules } from "#lib/deliveries/account-rules";
import { describeHistory } from "#lib/deliveries/describe-history";
import { schedulePost } from "#lib/deliveries/schedule-post";
import { showDelivery } from "#lib/deliveries/show-delivery";
import { collectAccount } from "#lib/engagement/collect-account";
import { listTouchpoints } from "#lib/engagement/list-touchpoints";
import type { Touchpoint } from "#lib/engagement/touchpoint";
import { runEventHandlers } from "#lib/event-handlers";
import { translatorFor } from "#lib/i18n/translator";
import { handNotesOf } from "#lib/posts/hand-notes";
import { saveDraft } from "#lib/posts/save-draft";
import { publishDue } from "#lib/publisher/publish-due";

import { giftsFor, placeToGive } from "../../../app/[workspace]/people/[person]/gifts.ts";
import { haveWorkspace } from "../../support/factories.ts";
import { fakeNetwork } from "../../support/fake-network.ts";
import { haveAccount } from "../../support/have-account.ts";
import { haveScheduled } from "../../support/have-post.ts";
import { onlyPartOf, partsOf, valueOf } from "../whole-loop.ts";
import { haveX, signInToX } from "./have-x-account.ts";

async function started() {
  const ctx = await haveWorkspace();
  const server = await haveX(ctx);
  const account = await signInToX(ctx, server);
  return { ctx, server, account, anna: server.join("anna_knits", "Anna") };
}

test("what X keeps from tools is told when it is planned, and is what then waits for a person", async () => {
  const { ctx, account } = await started();
  const elsewhere = await haveAccount(ctx, { network: fakeNetwork().connector.network });
  const texts = ["Our new shawl", "Made with @anna_knits"];
  const { postId, byHand } = await haveScheduled(ctx, {
    accountIds: [account.id, elsewhere.id],
    texts,
  });

  const reason = { code: "names-first", name: "anna_knits" };
  expect(byHand).toEqual([{ accountId: account.id, part: 2, partCount: 2, reason }]);
  expect(await handNotesText(ctx, translatorFor("en"), byHand)).toBe(
    "\nX (@noorderwol): when part 2 is due, we remind you and open X with its text. " +
      "X does not let a tool mention @anna_knits first.",
  );
  expect(await handNotesText(ctx, translatorFor("nl"), byHand)).toContain("herinneren we je");

  await publishDue(ctx, "worker-1");
  await publishDue(ctx, "worker-1");
  const onX = (await partsOf(ctx, postId)).filter(({ accountId }) => accountId === account.id);
  expect(onX).toMatchObject([
    { state: "published" },
    { state: "needs_person", reason: "by-hand", reasonDetail: "names-first @anna_knits" },
  ]);
});

test("its history says the rule in words, in either language, and shows no code", async () => {
  const { ctx, account } = await started();
  const texts = ["Fan of the week: @anna_knits"];
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts });
  await publishDue(ctx, "worker-1");
  const { id } = await onlyPartOf(ctx, postId);
  const delivery = await showDelivery(ctx, id);
  for (const [locale, words] of [
    ["en", "X does not let a tool mention @anna_knits first."],
    ["nl", "X laat een programma @anna_knits niet als eerste noemen."],
  ] as const) {
    const tell = translatorFor(locale);
    const teller = { tell, has: tell.has, network: "X", moment: () => "09:00" };
    const told = describeHistory(delivery, teller).at(-1);
    expect(told).toMatchObject({ cameBack: words, said: undefined, technical: [] });
  }
});

test("the composer knows whom a draft answers: who named us by tool, who merely replied by hand", async () => {
  const { ctx, server, account, anna } = await started();
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts: ["Which one?"] });
  await publishDue(ctx, "worker-1");
  const { remoteId } = await onlyPartOf(ctx, postId);
  server.act(anna, { do: "reply", on: remoteId ?? "", text: "Lovely" });
  server.act(anna, { do: "post", text: "Look what I knitted @noorderwol" });
  ctx.clock.pass({ minutes: 5 });
  await collectAccount(ctx, account.id);
  const { touchpoints } = await listTouchpoints(ctx, { limit: 10 });
  const idOf = (type: string) =>
    touchpoints.find(({ touchpoint }) => touchpoint.type === type)?.touchpoint.id ?? "";

  const codesFor = async (touchpointId: string) => {
    const parts = [{ text: "Thank you, @anna_knits", images: [] }];
    const draft = valueOf(
      await saveDraft(ctx, {
        stageId: "stage-advocacy",
        accountIds: [account.id],
        parts,
        replyToTouchpointId: touchpointId,
      }),
    );
    const foretold = handNotesOf(draft, await listAccountRules(ctx, draft.replyToTouchpointId));
    const when = { kind: "now" as const };
    const { byHand } = valueOf(await schedulePost(ctx, { postId: draft.id, when }));
    expect(byHand).toEqual(foretold);
    return byHand.map(({ reason }) => reason.code);
  };
  expect(await codesFor(idOf("mention"))).toEqual([]);
  expect(await codesFor(idOf("reply"))).toEqual(["answers-only-who-asked"]);
});

test("a thank-you that X keeps from tools is offered with X's own page, and the reason", async () => {
  const { ctx, server, account, anna } = await started();
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id], texts: ["Our shawl"] });
  await publishDue(ctx, "worker-1");
  const { remoteId } = await onlyPartOf(ctx, postId);
  const on = remoteId ?? "";
  const praise = "I love this shawl so much, thank you! Best wool ever.";
  const replyId = server.act(anna, { do: "reply", on, text: praise });
  ctx.clock.pass({ minutes: 5 });
  await collectAccount(ctx, account.id);
  await runEventHandlers(ctx);

  const { touchpoints } = await listTouchpoints(ctx, { limit: 10 });
  const reply = touchpoints.find(({ touchpoint }) => touchpoint.remoteId === replyId);
  valueOf(await thankPerson(ctx, { personId: reply?.person.id ?? "" }));
  const { suggestions } = await listShoutOuts(ctx);
  const [{ byHand, shoutOut } = noSuggestion()] = suggestions;
  expect(shoutOut.touchpointId).toBe(reply?.touchpoint.id);
  expect(byHand?.reason).toEqual({ code: "answers-only-who-asked", name: "" });
  const composer = new URL(byHand?.composer ?? "");
  expect(composer.origin).toBe(server.url);
  expect(Object.fromEntries(composer.searchParams)).toEqual({
    text: shoutOut.draft.text,
    in_reply_to: replyId,
  });
});

function noSuggestion(): never {
  throw new Error("Nobody is suggested.");
}

test("a draft that names somebody is for X's own page, but under their summons it is not", async () => {
  const { ctx, account, anna } = await started();
  const draft = { language: "en" as const, text: `Fan of the week: @${anna.username}` };
  const parent = { id: "1", by: anna.username, isSummons: true };
  const act = { replyTarget: { root: parent, parent } } as Partial<Touchpoint> as Touchpoint;
  expect(byHandOf(ctx.networks, { kind: "by-hand", draft }, account, act)).toMatchObject({
    reason: { code: "names-first", name: "anna_knits" },
    composer: expect.not.stringContaining("in_reply_to"),
  });
  expect(byHandOf(ctx.networks, { kind: "reply", draft }, account, act)).toBeUndefined();
});

test("where only people like and repost, the way there is offered in place of the buttons", async () => {
  const { ctx, account } = await started();
  const gifts = { workspace: "w", given: [], canGive: true, networks: ctx.networks };
  const touch = {
    id: "t",
    accountId: account.id,
    replyTarget: { root: {}, parent: {} },
    channel: "x",
    url: "https://x.com/anna_knits/status/1",
  } as Partial<Touchpoint> as Touchpoint;
  expect(giftsFor(gifts, touch)).toBeUndefined();
  expect(placeToGive(gifts, touch)).toEqual({ url: touch.url, network: "X" });
  expect(placeToGive({ ...gifts, canGive: false }, touch)).toBeUndefined();
  expect(placeToGive(gifts, { ...touch, channel: "mastodon" })).toBeUndefined();
});

test("another workspace's touchpoint tells nothing, and its accounts are not listed", async () => {
  const { ctx, account } = await started();
  const [rules] = await listAccountRules(ctx, "touchpoint-of-somebody-else");
  expect(rules).toMatchObject({ id: account.id, toolRules: { first: { isUnasked: false } } });
  expect(await listAccountRules({ ...ctx, workspaceId: "workspace-2" }, null)).toEqual([]);
});
