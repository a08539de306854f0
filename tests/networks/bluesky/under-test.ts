import { createHttpClient } from "#lib/http/client";
import { bluesky } from "#lib/networks/bluesky/connector";
import type { Published } from "#lib/networks/contract/remote";

import { xrpc, type BlueskyActor } from "../../support/bluesky-actor.ts";
import type { BlueskyNetwork } from "../../support/bluesky-network.ts";
import {
  signIn,
  type Expected,
  type NetworkUnderTest,
  type StandingPost,
} from "../network-under-test.ts";

export interface BlueskyUnderTest extends NetworkUnderTest {
  readonly brand: BlueskyActor;
  readonly fans: readonly BlueskyActor[];
}

/** A new brand account on a running network, with two strangers who react. */
export async function blueskyUnderTest(network: BlueskyNetwork): Promise<BlueskyUnderTest> {
  const [brand, anna, bram] = await Promise.all(["Wool", "Anna", "Bram"].map(network.join));
  if (!brand || !anna || !bram) throw new Error("Nobody came.");
  const answers = { pds: network.pds, identifier: brand.handle, appPassword: brand.password };
  return {
    connector: bluesky,
    context: {
      http: createHttpClient("localhost,127.0.0.1"),
      now: () => new Date(),
      workspaceId: "workspace-1",
      memory: { recall: async () => undefined, remember: async () => {} },
    },
    answers,
    wrong: {
      answers: { ...answers, appPassword: "aaaa-bbbb-cccc-dddd" },
      refusal: { code: "wrong-credentials", field: "appPassword" },
    },
    read: (published) => standing(network.pds, published),
    react: async (published) => {
      // An answer that the AppView hears of before the post itself is told to nobody.
      await network.settle();
      const expected = await react(brand, anna, bram, published);
      await network.settle();
      return expected;
    },
    brand,
    fans: [anna, bram],
  };
}

async function standing(pds: string, published: Published): Promise<StandingPost | undefined> {
  const [, , repo = "", collection = "", rkey = ""] = published.remoteId.split("/");
  const params = { repo, collection, rkey };
  const answer = await xrpc(pds, "com.atproto.repo.getRecord", undefined, { params }).catch(
    (error: Error) => {
      if (error.message.includes("RecordNotFound")) return undefined;
      throw error;
    },
  );
  if (!answer) return undefined;
  const { text, reply, embed } = answer.value;
  const images: { alt: string }[] = embed?.images ?? [];
  return { text, answers: reply?.parent.uri, alts: images.map(({ alt }) => alt) };
}

/** One of each kind, by two people. */
async function react(
  brand: BlueskyActor,
  anna: BlueskyActor,
  bram: BlueskyActor,
  published: Published,
): Promise<readonly Expected[]> {
  const post = published.reference as { uri: string; cid: string };
  await anna.like(post);
  await anna.repost(post);
  await anna.reply("So warm, and it does not itch", post);
  await bram.quote("Look at this", post);
  await bram.mention("Thank you @", brand);
  await bram.follow(brand.did);
  return [
    { type: "like", by: anna.handle, onRemoteId: post.uri },
    { type: "repost", by: anna.handle, onRemoteId: post.uri },
    { type: "reply", by: anna.handle, onRemoteId: post.uri },
    { type: "quote", by: bram.handle, onRemoteId: post.uri },
    { type: "mention", by: bram.handle },
    { type: "follow", by: bram.handle },
  ];
}

/** Signed in, with the two fans by name. */
export async function connected(network: BlueskyNetwork) {
  const world = await blueskyUnderTest(network);
  const [anna, bram] = world.fans;
  if (!anna || !bram) throw new Error("Nobody came.");
  return { ...world, anna, bram, session: await signIn(world) };
}

export function recordOf(network: BlueskyNetwork, post: { remoteId: string }) {
  const [, , repo = "", collection = "", rkey = ""] = post.remoteId.split("/");
  const params = { repo, collection, rkey };
  return xrpc(network.pds, "com.atproto.repo.getRecord", undefined, { params });
}

/** Why the network told somebody something. */
export async function reasons(actor: BlueskyActor): Promise<string[]> {
  const method = "app.bsky.notification.listNotifications";
  const answer = await actor.call(method, undefined, { limit: "50" });
  return answer.notifications.map(({ reason }: { reason: string }) => reason);
}
