import { expect, test } from "vitest";

import { byHandText } from "#lib/cli/by-hand-text";
import { collectAccount } from "#lib/engagement/collect-account";
import { listTouchpoints } from "#lib/engagement/list-touchpoints";
import { translatorFor } from "#lib/i18n/translator";
import { handNotesOf } from "#lib/posts/hand-notes";
import { saveDraft } from "#lib/posts/save-draft";
import { listAccountRules } from "#lib/publishing/list-account-rules";
import { publishDue } from "#lib/publishing/publish-due";
import { schedulePost } from "#lib/publishing/schedule-post";
import { showDelivery } from "#lib/publishing/show-delivery";
import { tellHistory } from "#lib/publishing/tell-history";

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
  expect(await byHandText(ctx, translatorFor("en"), byHand)).toBe(
    "\nX (@noorderwol): when part 2 is due, we remind you and open X with its text. " +
      "X does not let a tool mention @anna_knits first.",
  );
  expect(await byHandText(ctx, translatorFor("nl"), byHand)).toContain("herinneren we je");

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
    const told = tellHistory(delivery, teller).at(-1);
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

test("another workspace's touchpoint tells nothing, and its accounts are not listed", async () => {
  const { ctx, account } = await started();
  const [rules] = await listAccountRules(ctx, "touchpoint-of-somebody-else");
  expect(rules).toMatchObject({ id: account.id, toolRules: { first: { isUnasked: false } } });
  expect(await listAccountRules({ ...ctx, workspaceId: "workspace-2" }, null)).toEqual([]);
});
