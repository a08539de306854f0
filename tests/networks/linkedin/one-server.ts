import { afterAll, beforeAll, beforeEach, expect } from "vitest";

import type { LinkedInSettings } from "#lib/networks/linkedin/settings";

import { noon } from "../../support/context.ts";
import { partOf, prepare } from "../network-under-test.ts";
import { startLinkedIn, type LinkedInOptions, type LinkedInServer } from "./server.ts";
import { connected } from "./under-test.ts";

/** One server for all tests of a file, at noon when each of them begins. */
export interface OneServer {
  readonly server: LinkedInServer;
  now: Date;
}

export function oneServer(options: LinkedInOptions = {}): OneServer {
  let server: LinkedInServer | undefined;
  const linkedIn = {
    get server() {
      if (!server) throw new Error("It runs while tests do.");
      return server;
    },
    now: noon,
  };
  beforeAll(async () => {
    server = await startLinkedIn({ now: () => linkedIn.now, ...options });
  });
  beforeEach(() => {
    linkedIn.now = noon;
    server?.faults.clear();
  });
  afterAll(async () => {
    await server?.stop();
    expect(server?.complaints).toEqual([]);
  });
  return linkedIn;
}

let texts = 0;
/** LinkedIn refuses the same words twice. */
export const newText = () => `A text that nobody has used, number ${(texts += 1)}`;

/** Signed in as somebody new, with a post that is about to leave. */
export async function ready(
  linkedIn: OneServer,
  over: Parameters<typeof partOf>[0] = {},
  use: "pages" | "member" = "pages",
  settings: Partial<LinkedInSettings> = {},
) {
  const world = await connected(linkedIn.server, settings, use);
  const part = partOf({ text: newText(), createdAt: linkedIn.now, ...over });
  const request = await prepare(world.connector, world.session, part);
  return { ...world, part, request };
}
