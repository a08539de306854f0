import { expect, test } from "vitest";

import { appreciateTouchpoint } from "#lib/engagement/appreciate-touchpoint";
import { collectAccount } from "#lib/engagement/collect-account";
import { listAppreciations } from "#lib/engagement/list-appreciations";
import { listTouchpoints } from "#lib/engagement/list-touchpoints";
import { listHistory } from "#lib/events/repository";
import type { Connector } from "#lib/networks/contract/connector";
import type { AppreciateOutcome } from "#lib/networks/contract/outcome";
import type { Json } from "#lib/networks/contract/remote";
import { erasePerson } from "#lib/people/erase-person";

import { haveWorkspace } from "../support/factories.ts";
import { haveAccount } from "../support/have-account.ts";
import { busyNetwork, reactionOf } from "../support/have-reactions.ts";

const target = { root: { id: "1" }, parent: { id: "2" } };

/** A reply that can be favourited, and a like that cannot. */
async function aReply(answers: readonly AppreciateOutcome[] = []) {
  const ctx = await haveWorkspace();
  const network = busyNetwork();
  const given: [Json, string][] = [];
  const waiting = [...answers];
  Object.assign(network.connector, {
    appreciate: async (_session, { parent }, how) => {
      given.push([parent, how]);
      return waiting.shift() ?? { kind: "done" };
    },
  } satisfies Partial<Connector>);
  const account = await haveAccount(ctx);
  network.reactions.push(
    reactionOf("mara", { type: "reply", text: "Lovely", replyTarget: target, url: "https://x.y" }),
    reactionOf("joost"),
  );
  await collectAccount(ctx, account.id);
  const { touchpoints } = await listTouchpoints(ctx);
  const of = (type: string) => {
    const found = touchpoints.find(({ touchpoint }) => touchpoint.type === type);
    if (!found) throw new Error(type);
    return found;
  };
  const { touchpoint, person } = of("reply");
  return { ctx, given, touchpointId: touchpoint.id, person, likeId: of("like").touchpoint.id };
}

test("a favourite is given once, kept with the person, and told of", async () => {
  const { ctx, given, touchpointId, person } = await aReply();
  const gift = { touchpointId, how: "like" } as const;
  expect(await appreciateTouchpoint(ctx, gift)).toEqual({ ok: true, value: gift });
  expect(await appreciateTouchpoint(ctx, gift)).toEqual({ ok: true, value: gift });
  expect(given).toEqual([[target.parent, "like"]]);
  expect(await appreciateTouchpoint(ctx, { touchpointId, how: "repost" })).toMatchObject({
    ok: true,
  });
  expect(await listAppreciations(ctx, person.id)).toMatchObject([
    { touchpointId, how: "like", by: "ada", url: "https://x.y" },
    { touchpointId, how: "repost" },
  ]);
  const events = await listHistory(ctx.db, ctx.workspaceId, touchpointId);
  expect(events.map(({ type, detail }) => [type, detail])).toEqual([
    ["touchpoint.appreciated", { how: "repost" }],
    ["touchpoint.appreciated", { how: "like" }],
  ]);
});

test("what is no post of theirs, or on a network without it, cannot be favourited", async () => {
  const { ctx, likeId } = await aReply();
  expect(await appreciateTouchpoint(ctx, { touchpointId: likeId, how: "like" })).toEqual({
    ok: false,
    refusal: "cannot-appreciate-there",
    detail: { network: "Fake" },
  });
});

test("a refusal is told in the network's words, and nothing is kept", async () => {
  const { ctx, touchpointId, person } = await aReply([
    { kind: "refused", code: "forbidden", detail: "Reblog of this post is not allowed" },
    { kind: "unknown", detail: "timed out" },
  ]);
  const gift = { touchpointId, how: "repost" } as const;
  expect(await appreciateTouchpoint(ctx, gift)).toMatchObject({
    refusal: "appreciate-failed",
    detail: { said: "Reblog of this post is not allowed" },
  });
  expect(await appreciateTouchpoint(ctx, gift)).toMatchObject({ refusal: "appreciate-failed" });
  expect(await listAppreciations(ctx, person.id)).toEqual([]);
});

test("viewers cannot, and other workspaces' touchpoints do not exist", async () => {
  const { ctx, given, touchpointId } = await aReply();
  const gift = { touchpointId, how: "like" } as const;
  const viewer = { ...ctx, actor: { id: "vera", role: "viewer" as const } };
  await expect(appreciateTouchpoint(viewer, gift)).rejects.toThrow("editor");
  const stranger = { ...ctx, workspaceId: "workspace-2" };
  await expect(appreciateTouchpoint(stranger, gift)).rejects.toThrow("No touchpoint");
  expect(given).toEqual([]);
});

test("it goes when the person is erased", async () => {
  const { ctx, touchpointId, person } = await aReply();
  await appreciateTouchpoint(ctx, { touchpointId, how: "like" });
  await erasePerson(ctx, { personId: person.id });
  expect(await listAppreciations(ctx, person.id)).toEqual([]);
});
