import { expect, test } from "vitest";

import { editPublished } from "#lib/deliveries/edit-published";
import { listDeliveries } from "#lib/deliveries/list-deliveries";
import { showDelivery } from "#lib/deliveries/show-delivery";
import { listHistory } from "#lib/events/repository";
import type { Connector } from "#lib/networks/contract/connector";
import type { EditOutcome } from "#lib/networks/contract/outcome";
import { publishDue } from "#lib/publisher/publish-due";

import { haveWorkspace } from "../support/factories.ts";
import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { haveMember } from "../support/have-member.ts";
import { haveScheduled } from "../support/have-post.ts";

async function aPublishedPost(answers: readonly EditOutcome[] = [], canEdit = true) {
  const ctx = await haveWorkspace();
  const fake = fakeNetwork();
  const edits: [string, string][] = [];
  const waiting = [...answers];
  if (canEdit)
    Object.assign(fake.connector, {
      edit: async (_session, published, part) => {
        edits.push([published.remoteId, part.text]);
        return waiting.shift() ?? { kind: "edited", ...published };
      },
    } satisfies Partial<Connector>);
  const account = await haveAccount(ctx);
  const { postId } = await haveScheduled(ctx, { accountIds: [account.id] });
  const deliveryId = (await listDeliveries(ctx, { postIds: [postId] }))[0]?.id ?? "";
  return { ctx, edits, deliveryId, publish: () => publishDue(ctx, "worker") };
}

test("new words stand on the network and here, and history keeps the old ones", async () => {
  const { ctx, edits, deliveryId, publish } = await aPublishedPost();
  expect(await editPublished(ctx, { deliveryId, text: "Later" })).toMatchObject({
    refusal: "not-published",
  });
  await publish();
  expect(await editPublished(ctx, { deliveryId, text: " Good evening " })).toMatchObject({
    ok: true,
  });
  expect(edits).toEqual([[`remote-${deliveryId}`, "Good evening"]]);
  const delivery = await showDelivery(ctx, deliveryId);
  expect(delivery.snapshot.text).toBe("Good evening");
  expect(delivery.state).toBe("published");
  expect(delivery.history.at(-1)).toMatchObject({
    phase: "person",
    outcome: "edited",
    excerpt: "Hello",
  });
  const events = await listHistory(ctx.db, ctx.workspaceId, deliveryId);
  expect(events[0]).toMatchObject({ type: "delivery.edited", detail: { before: "Hello" } });
  // The same words again ask nothing of the network.
  expect(await editPublished(ctx, { deliveryId, text: "Good evening" })).toMatchObject({
    ok: true,
  });
  expect(edits).toHaveLength(1);
});

test("of two edits of what is out the second sees the first's words, also those typed on the network, and may follow on them", async () => {
  const { ctx, edits, deliveryId, publish } = await aPublishedPost([
    { kind: "edited", remoteId: "r", reference: null, url: "https://x.example/1" },
    { kind: "changed-there", text: "Typed there" },
  ]);
  await publish();
  const ben = await haveMember(ctx, { name: "ben" });
  const seen = ["Hello"];
  expect(await editPublished(ben, { deliveryId, text: "Ben's", seen })).toMatchObject({ ok: true });
  expect(await editPublished(ctx, { deliveryId, text: "Mine", seen })).toMatchObject({
    refusal: "changed-since",
    detail: { by: "ben", "theirs.text": "Ben's" },
  });
  expect(edits).toHaveLength(1);
  seen.push("Ben's");
  expect(await editPublished(ctx, { deliveryId, text: "Mine", seen })).toMatchObject({
    refusal: "changed-since",
    detail: { who: "nobody", "theirs.text": "Typed there" },
  });
  expect((await showDelivery(ctx, deliveryId)).snapshot.text).toBe("Ben's");
  seen.push("Typed there");
  expect(await editPublished(ctx, { deliveryId, text: "Mine", seen })).toMatchObject({ ok: true });
  expect((await showDelivery(ctx, deliveryId)).snapshot.text).toBe("Mine");
});

test("what the network would refuse is not sent there", async () => {
  const { ctx, edits, deliveryId, publish } = await aPublishedPost();
  await publish();
  expect(await editPublished(ctx, { deliveryId, text: "x".repeat(301) })).toMatchObject({
    refusal: "text-too-long",
    detail: { used: 301, max: 300, account: "Fake (ada.example)" },
  });
  expect(await editPublished(ctx, { deliveryId, text: " " })).toMatchObject({ refusal: "empty" });
  expect(edits).toEqual([]);
});

test("a refusal is told in the network's words, silence as doubt; the words here stay", async () => {
  const { ctx, deliveryId, publish } = await aPublishedPost([
    { kind: "refused", code: "invalid", detail: "The poll of this post has ended." },
    { kind: "unknown", detail: "timed out" },
  ]);
  await publish();
  expect(await editPublished(ctx, { deliveryId, text: "New" })).toMatchObject({
    refusal: "edit-failed",
    detail: { network: "Fake", said: "The poll of this post has ended." },
  });
  expect(await editPublished(ctx, { deliveryId, text: "New" })).toMatchObject({
    refusal: "edit-unknown",
  });
  expect((await showDelivery(ctx, deliveryId)).snapshot.text).toBe("Hello");
});

test("networks without editing, viewers and other workspaces", async () => {
  const { ctx, deliveryId, publish } = await aPublishedPost([], false);
  await publish();
  const edit = { deliveryId, text: "New" };
  expect(await editPublished(ctx, edit)).toMatchObject({ refusal: "cannot-edit-there" });
  const viewer = { ...ctx, actor: { id: "vera", role: "viewer" as const } };
  await expect(editPublished(viewer, edit)).rejects.toThrow("editor");
  const stranger = { ...ctx, workspaceId: "workspace-2" };
  await expect(editPublished(stranger, edit)).rejects.toThrow("No delivery");
});
