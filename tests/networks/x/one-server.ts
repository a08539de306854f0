import { afterAll, beforeAll, beforeEach, expect } from "vitest";

import { noon } from "../../support/context.ts";
import { partOf, prepare } from "../network-under-test.ts";
import { startXServer, type XServer } from "./server.ts";
import { connected } from "./under-test.ts";

/** One server for all tests of a file, at noon when each of them begins. */
export interface OneServer {
  readonly server: XServer;
  now: Date;
}

export function oneServer(): OneServer {
  let server: XServer | undefined;
  const x = {
    get server() {
      if (!server) throw new Error("It runs while tests do.");
      return server;
    },
    now: noon,
  };
  beforeAll(async () => {
    server = await startXServer({ now: () => x.now });
  });
  beforeEach(() => {
    x.now = noon;
  });
  afterAll(async () => {
    await server?.stop();
    expect(server?.complaints).toEqual([]);
  });
  return x;
}

let texts = 0;
/** X refuses the same words twice. */
export const newText = () => `A text that nobody has used, number ${(texts += 1)}`;

/** Signed in as somebody new, with a post that is about to leave. */
export async function ready(x: OneServer, over: Parameters<typeof partOf>[0] = {}) {
  const world = await connected(x.server);
  const part = partOf({ text: newText(), createdAt: x.now, ...over });
  const request = await prepare(world.connector, world.session, part);
  return { ...world, part, request };
}
