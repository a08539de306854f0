import { createHttpClient } from "#lib/http/client";
import type { JsonObject, Published } from "#lib/networks/contract/remote";
import { xConnector } from "#lib/networks/x/connector";
import { usualSettings, type XSettings } from "#lib/networks/x/settings";

import {
  signIn,
  type Expected,
  type NetworkUnderTest,
  type StandingPost,
} from "../network-under-test.ts";
import type { XServer } from "./server.ts";
import { postOf, type XPerson } from "./world.ts";

export interface XUnderTest extends NetworkUnderTest {
  readonly brand: XPerson;
  readonly anna: XPerson;
  readonly bram: XPerson;
}

export function settingsAt({ url }: XServer, over: Partial<XSettings> = {}): XSettings {
  return { ...usualSettings, api: url, web: url, ...over };
}

let brands = 0;

/** A new brand account on a running server, with two strangers who react. */
export async function xUnderTest(
  server: XServer,
  over: Partial<XSettings> = {},
): Promise<XUnderTest> {
  brands += 1;
  const brand = server.join(`wool_${brands}`, "Wool");
  const [anna, bram] = [server.join(`anna_${brands}`, "Anna"), server.join(`bram_${brands}`)];
  const remembered = new Map<string, JsonObject>();
  const { clientId, clientSecret } = server.app;
  const answers = { clientId, ...(clientSecret ? { clientSecret } : {}) };
  return {
    connector: xConnector(settingsAt(server, over)),
    context: {
      http: createHttpClient("127.0.0.1"),
      now: server.world.now,
      workspaceId: "workspace-1",
      memory: {
        recall: async (key) => remembered.get(key),
        remember: async (key, value) => void remembered.set(key, structuredClone(value)),
      },
    },
    answers: {},
    page: { answers, approve: (url) => server.authorize(url, brand) },
    wrong: {
      answers: { clientId: " " },
      refusal: { code: "wrong-credentials", field: "clientId" },
    },
    read: async (published) => standing(server, published),
    react: async ({ remoteId }) => react(server, { brand, anna, bram }, remoteId),
    brand,
    anna,
    bram,
  };
}

export function standing(
  { world, media }: XServer,
  { remoteId }: Published,
): StandingPost | undefined {
  const post = postOf(world, remoteId);
  if (!post) return undefined;
  const { text, replyTo, mediaIds, poll } = post;
  return {
    text,
    answers: replyTo,
    alts: mediaIds.map((id) => media.altOf(id) ?? ""),
    poll: poll && { options: poll.options, isMultiple: false },
  };
}

/** One of each kind, by two people. */
function react(
  server: XServer,
  { brand, anna, bram }: Record<"brand" | "anna" | "bram", XPerson>,
  on: string,
): Expected[] {
  server.act(anna, { do: "like", on });
  server.act(anna, { do: "repost", on });
  server.act(anna, { do: "reply", on, text: "So warm, and it does not itch" });
  server.act(bram, { do: "quote", on, text: "Look at this" });
  server.act(bram, { do: "post", text: `Thank you @${brand.username}` });
  return [
    { type: "like", by: anna.username, onRemoteId: on },
    { type: "repost", by: anna.username, onRemoteId: on },
    { type: "reply", by: anna.username, onRemoteId: on },
    { type: "quote", by: bram.username, onRemoteId: on },
    { type: "mention", by: bram.username },
  ];
}

/** Signed in, with everybody by name. */
export async function connected(server: XServer, over: Partial<XSettings> = {}) {
  const world = await xUnderTest(server, over);
  return { ...world, session: await signIn(world) };
}
