import { expect, test } from "vitest";

import { schedulePost } from "#lib/deliveries/schedule-post";
import { collectAccount } from "#lib/engagement/collect-account";
import { listTouchpoints } from "#lib/engagement/list-touchpoints";
import { saveDraft } from "#lib/posts/save-draft";
import { publishDue } from "#lib/publisher/publish-due";

import { haveWorkspace } from "../support/factories.ts";
import { haveAccount } from "../support/have-account.ts";
import { busyNetwork, reactionOf } from "../support/have-reactions.ts";

test("a post that answers somebody goes out in their thread", async () => {
  const busy = busyNetwork();
  const ctx = await haveWorkspace();
  const account = await haveAccount(ctx);
  const target = { root: "theirs", parent: "what they said" };
  busy.reactions.push(reactionOf("mara", { type: "mention", text: "Lovely", replyTarget: target }));
  await collectAccount(ctx, account.id);
  const { touchpoints } = await listTouchpoints(ctx, {});

  const draft = await saveDraft(ctx, {
    stageId: "stage-advocacy",
    accountIds: [account.id],
    parts: [{ text: "Thank you", images: [] }],
    replyToTouchpointId: touchpoints[0]?.touchpoint.id ?? "",
  });
  if (!draft.ok) throw new Error(draft.refusal);
  await schedulePost(ctx, { postId: draft.value.id, when: { kind: "now" } });
  await publishDue(ctx, "worker");

  expect(busy.preparations.map(({ replyTo }) => replyTo)).toEqual([target]);
});
