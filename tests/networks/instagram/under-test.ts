import { createHttpClient } from "#lib/http/client";
import type { Connector } from "#lib/networks/contract/connector";
import type { JsonObject, Published } from "#lib/networks/contract/remote";
import { instagramConnector } from "#lib/networks/instagram/connector";
import { settingsAt } from "#lib/networks/instagram/settings";

import type { Expected, NetworkUnderTest, StandingPost } from "../network-under-test.ts";
import type { InstagramServer } from "./server.ts";
import { addPost, postOf, type Person } from "./world.ts";

let brands = 0;

/** A new brand account on a running server, connected through its Facebook page, with two strangers who react. */
export async function instagramUnderTest(server: InstagramServer): Promise<NetworkUnderTest> {
  brands += 1;
  const brand = server.join(`wool_${brands}`, "Wool");
  const people = { anna: server.join(`anna_${brands}`), bram: server.join(`bram_${brands}`) };
  const remembered = new Map<string, JsonObject>();
  const { clientSecret: appSecret } = server.app;
  return {
    connector: always(instagramConnector(settingsAt(server.url))),
    context: {
      http: createHttpClient("127.0.0.1"),
      now: server.world.now,
      workspaceId: "workspace-1",
      memory: {
        recall: async (key) => remembered.get(key),
        remember: async (key, value) => void remembered.set(key, structuredClone(value)),
      },
    },
    answers: { systemToken: server.oauth.systemToken(brand.id), appSecret },
    wrong: {
      answers: { systemToken: "EAAwrong", appSecret },
      refusal: { code: "wrong-credentials", field: "systemToken" },
    },
    read: async (published) => standing(server, published),
    react: async ({ remoteId }) => react(server, { brand, ...people }, remoteId),
  };
}

/** The person ticks the one account that there is; and what the contract posts without a picture gets one. */
function always(connector: Connector): Connector {
  const picture = { mediaId: "green", alt: "" };
  return {
    ...connector,
    async connect(...given) {
      const outcome = await connector.connect(...given);
      if (outcome.kind !== "choice") return outcome;
      const [only] = outcome.accounts;
      if (!only) throw new Error("One account was expected.");
      return { kind: "connected", ...only };
    },
    prepare(session, part) {
      const isBare = part.images.length === 0 && part.replyTo === undefined;
      return connector.prepare(session, isBare ? { ...part, images: [picture] } : part);
    },
  };
}

function standing({ world }: InstagramServer, { remoteId }: Published): StandingPost | undefined {
  const post = postOf(world, remoteId);
  return post && { text: post.text, answers: post.replyTo, alts: post.alts };
}

/** What Instagram tells of people: comments and tags; a like is a number. */
function react(
  { world }: InstagramServer,
  { brand, anna, bram }: Record<"brand" | "anna" | "bram", Person>,
  on: string,
): Expected[] {
  addPost(world, anna, { text: "So warm, and it does not itch", replyTo: on });
  addPost(world, bram, { text: `Thank you @${brand.username}` });
  return [
    { type: "reply", by: anna.username, onRemoteId: on },
    { type: "mention", by: bram.username },
  ];
}
