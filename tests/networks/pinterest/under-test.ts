import { createHttpClient } from "#lib/http/client";
import type { Connector, OutgoingPart } from "#lib/networks/contract/connector";
import type { JsonObject, Published } from "#lib/networks/contract/remote";
import { pinterestConnector } from "#lib/networks/pinterest/connector";
import { settingsAt } from "#lib/networks/pinterest/settings";

import { signIn, type NetworkUnderTest, type StandingPost } from "../network-under-test.ts";
import type { PinterestServer } from "./server.ts";
import { addBoard, pinOf, type Board, type Person } from "./world.ts";

export interface PinterestUnderTest extends NetworkUnderTest {
  readonly brand: Person;
  readonly board: Board;
}

let brands = 0;

/** A new brand account with a board on a running server. */
export async function pinterestUnderTest(server: PinterestServer): Promise<PinterestUnderTest> {
  brands += 1;
  const brand = server.join(`wool_${brands}`, "Wool");
  const board = addBoard(server.world, brand, "Shawls");
  const remembered = new Map<string, JsonObject>();
  const { clientId, clientSecret } = server.app;
  return {
    connector: pinterestConnector(settingsAt(server.url)),
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
    page: { answers: { clientId, clientSecret }, approve: (url) => server.authorize(url, brand) },
    wrong: {
      answers: { clientId: " " },
      refusal: { code: "wrong-credentials", field: "clientId" },
    },
    read: async (published) => standing(server, published),
    // Whatever people do with a pin, nobody is told who they are.
    react: async ({ remoteId }) => {
      const pin = pinOf(server.world, remoteId);
      if (pin) pin.counts.save += 1;
      return [];
    },
    brand,
    board,
  };
}

/** The suite's posts with what every pin needs: a board and a picture. */
export function pinning(connector: Connector, board: Board): Connector {
  const asPin = (part: OutgoingPart): OutgoingPart => ({
    ...part,
    images: part.images.length > 0 ? part.images : [{ mediaId: "red", alt: "" }],
    options: { ...part.options, board: part.options["board"] || board.id },
  });
  return {
    ...connector,
    prepare: (session, part) => connector.prepare(session, asPin(part)),
    search: async (session, part, asked) => {
      if (!connector.search) throw new Error("Pins can be searched for.");
      return connector.search(session, asPin(part), asked);
    },
  };
}

export function standing(
  { world }: PinterestServer,
  { remoteId }: Published,
): StandingPost | undefined {
  const pin = pinOf(world, remoteId);
  return pin && { text: pin.description, answers: undefined, alts: pin.alt.split("\n") };
}

/** Signed in, with pins that have all they need. */
export async function connected(server: PinterestServer) {
  const world = await pinterestUnderTest(server);
  const connector = pinning(world.connector, world.board);
  return { ...world, connector, bare: world.connector, session: await signIn(world) };
}
