import { createHttpClient } from "#lib/http/client";
import type { JsonObject, Published } from "#lib/networks/contract/remote";
import { googleConnector } from "#lib/networks/google/connector";
import { settingsAt } from "#lib/networks/google/settings";

import {
  signIn,
  type Expected,
  type NetworkUnderTest,
  type StandingPost,
} from "../network-under-test.ts";
import type { GoogleServer } from "./server.ts";
import { addPlace, addReview, postOf, type Person, type Place } from "./world.ts";

export interface GoogleUnderTest extends NetworkUnderTest {
  readonly owner: Person;
  readonly place: Place;
}

/** An owner of one place on a running server. */
export async function googleUnderTest(server: GoogleServer): Promise<GoogleUnderTest> {
  const owner = server.join("Olga");
  const place = addPlace(server.world, owner, "Wool");
  const remembered = new Map<string, JsonObject>();
  const { clientId, clientSecret } = server.app;
  return {
    connector: googleConnector(settingsAt(server.url)),
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
    page: { answers: { clientId, clientSecret }, approve: (url) => server.authorize(url, owner) },
    wrong: {
      answers: { clientId: " " },
      refusal: { code: "wrong-credentials", field: "clientId" },
    },
    read: async (published) => standing(server, published),
    react: async () => react(server, place),
    owner,
    place,
  };
}

function standing({ world }: GoogleServer, { remoteId }: Published): StandingPost | undefined {
  const post = postOf(world, remoteId);
  return post && { text: post.summary, answers: undefined, alts: [] };
}

/** Reviews are of the place, not of a post, and Google names nobody by a handle. */
function react({ world }: GoogleServer, place: Place): Expected[] {
  addReview(world, place, "Anna", 5, "So warm, and it does not itch");
  addReview(world, place, undefined, 2);
  return [
    { type: "review", by: undefined },
    { type: "review", by: undefined },
  ];
}

/** Signed in, with everybody by name. */
export async function connected(server: GoogleServer) {
  const world = await googleUnderTest(server);
  return { ...world, session: await signIn(world) };
}
