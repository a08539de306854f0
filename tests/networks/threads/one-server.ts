import { afterAll, beforeAll, beforeEach, expect } from "vitest";

import { noon } from "../../support/context.ts";
import { startThreadsServer, type ThreadsServer } from "./server.ts";

/** One server for all tests of a file, at noon and as usual when each of them begins. */
export interface OneServer {
  readonly server: ThreadsServer;
  now: Date;
}

export function oneServer(): OneServer {
  let server: ThreadsServer | undefined;
  const threads = {
    get server() {
      if (!server) throw new Error("It runs while tests do.");
      return server;
    },
    now: noon,
  };
  beforeAll(async () => {
    server = await startThreadsServer({ now: () => threads.now });
  });
  beforeEach(() => {
    threads.now = noon;
    threads.server.faults.clear();
    Object.assign(threads.server.settings, usual);
  });
  afterAll(async () => {
    await server?.stop();
    expect(server?.complaints).toEqual([]);
  });
  return threads;
}

const usual = {
  processingMs: 0,
  listingLagMs: 0,
  isReviewed: true,
  postsPerDay: 250,
  usage: {},
} satisfies ThreadsServer["settings"];

export function pass(threads: OneServer, ms: number): void {
  threads.now = new Date(threads.now.getTime() + ms);
}

export const day = 24 * 60 * 60_000;
