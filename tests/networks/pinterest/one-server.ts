import { afterAll, beforeAll, beforeEach, expect } from "vitest";

import { noon } from "../../support/context.ts";
import { startPinterest, type PinterestServer } from "./server.ts";

/** One server for all tests of a file, at noon and as usual when each of them begins. */
export interface OneServer {
  readonly server: PinterestServer;
  now: Date;
}

export function oneServer(): OneServer {
  let server: PinterestServer | undefined;
  const pinterest = {
    get server() {
      if (!server) throw new Error("It runs while tests do.");
      return server;
    },
    now: noon,
  };
  beforeAll(async () => {
    server = await startPinterest({ now: () => pinterest.now });
  });
  beforeEach(() => {
    pinterest.now = noon;
    pinterest.server.faults.clear();
    Object.assign(pinterest.server.settings, { isTrial: false, listingLagMs: 0, headers: {} });
  });
  afterAll(async () => {
    await server?.stop();
    expect(server?.complaints).toEqual([]);
  });
  return pinterest;
}

export function pass(pinterest: OneServer, days: number): void {
  pinterest.now = new Date(pinterest.now.getTime() + days * 24 * 60 * 60_000);
}
