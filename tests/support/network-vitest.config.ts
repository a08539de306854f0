import { defineConfig } from "vitest/config";

import { isBlueskyNetworkInstalled } from "./bluesky-network.ts";

if (!isBlueskyNetworkInstalled)
  console.log(
    "Skipped: tests against a real Bluesky network. Install it first: npm ci --prefix tests/bluesky-network",
  );

/** Tests against real networks of our own: one at a time, on one engine, with room to start servers. */
export default defineConfig({
  test: {
    root: ".",
    name: "network",
    include: isBlueskyNetworkInstalled ? ["tests/networks/**/*.network.test.ts"] : [],
    passWithNoTests: !isBlueskyNetworkInstalled,
    testTimeout: 60_000,
    // On a busy machine what comes at once may take a while; a second, as is usual, is too little.
    expect: { poll: { timeout: 10_000 } },
    hookTimeout: 120_000,
    fileParallelism: false,
    setupFiles: ["tests/support/fail-on-console-error.ts"],
    globalSetup: ["tests/support/sqlite-setup.ts"],
  },
});
