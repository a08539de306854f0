import { createHttpClient } from "#lib/http/client";
import type { Context, Runtime } from "#lib/kernel/context";
import { createSecrets } from "#lib/secrets/secrets";

import { freshStore } from "./database.ts";
import { testNetworks } from "./test-networks.ts";

/** Sunday 1 March 2026, 13:00 in Amsterdam. */
export const noon = new Date("2026-03-01T12:00:00Z");

export interface TestClock {
  now(): Date;
  /** Moves on by so much. */
  pass(time: {
    days?: number;
    hours?: number;
    minutes?: number;
    seconds?: number;
    ms?: number;
  }): void;
  set(at: Date): void;
}

export interface TestContext extends Context {
  readonly clock: TestClock;
}

/** The product on a database of its own, with a clock that only tests move and ids that count up. */
export async function testRuntime(): Promise<Runtime & { clock: TestClock }> {
  const store = await freshStore();
  let last = 0;
  return {
    ...store,
    clock: testClock(noon),
    newId: () => `id-${String(++last).padStart(8, "0")}`,
    http: createHttpClient("127.0.0.1,localhost"),
    secrets: createSecrets("a key for tests only, thirty-two characters or more"),
    log: { info() {}, warn() {}, error() {} },
    networks: testNetworks(store),
  };
}

/** An owner's context in a workspace that has no rows yet; `haveWorkspace` of the factories makes a whole one. */
export async function testContext(over: Partial<Context> = {}): Promise<TestContext> {
  const runtime = await testRuntime();
  return {
    ...runtime,
    workspaceId: "workspace-1",
    actor: { id: "ada", role: "owner" },
    ...over,
    clock: runtime.clock,
  };
}

function testClock(start: Date): TestClock {
  let at = start;
  return {
    now: () => at,
    pass: ({ days = 0, hours = 0, minutes = 0, seconds = 0, ms = 0 }) => {
      const total = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
      at = new Date(at.getTime() + total * 1000 + ms);
    },
    set: (next) => {
      at = next;
    },
  };
}
