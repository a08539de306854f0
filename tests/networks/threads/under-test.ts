import { createHttpClient } from "#lib/http/client";
import type { JsonObject, Published } from "#lib/networks/contract/remote";
import { threadsConnector } from "#lib/networks/threads/connector";
import { settingsAt } from "#lib/networks/threads/settings";

import {
  signIn,
  type Expected,
  type NetworkUnderTest,
  type StandingPost,
} from "../network-under-test.ts";
import type { ThreadsServer } from "./server.ts";
import { addPost, postOf, type Person } from "./world.ts";

export interface ThreadsUnderTest extends NetworkUnderTest {
  readonly brand: Person;
  readonly anna: Person;
  readonly bram: Person;
}

let brands = 0;

/** A new brand account on a running server, with two strangers who react. */
export async function threadsUnderTest(server: ThreadsServer): Promise<ThreadsUnderTest> {
  brands += 1;
  const brand = server.join(`wool_${brands}`, "Wool");
  const [anna, bram] = [server.join(`anna_${brands}`), server.join(`bram_${brands}`)];
  const remembered = new Map<string, JsonObject>();
  const { clientId, clientSecret } = server.app;
  return {
    connector: threadsConnector(settingsAt(server.url)),
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
    page: {
      answers: { clientId, clientSecret },
      approve: (url) => server.authorize(url, brand),
    },
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
  { world }: ThreadsServer,
  { remoteId }: Published,
): StandingPost | undefined {
  const post = postOf(world, remoteId);
  return post && { text: post.text, answers: post.replyTo, alts: post.alts };
}

/** What Threads tells of people: answers and mentions; a like is a number. */
function react(
  { world }: ThreadsServer,
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

/** Signed in, with everybody by name. */
export async function connected(server: ThreadsServer) {
  const world = await threadsUnderTest(server);
  return { ...world, session: await signIn(world) };
}
