import { availableParallelism } from "node:os";

import { defineConfig } from "vitest/config";

// For what is set up before all tests; the workers are given it by `execArgv`.
import "../../lib/runtime/launch/lean-modules.js";

const unitTests = ["tests/**/*.test.ts"];
/** Where statements are written for one engine, or what comes of them may differ. */
const sqlDiffers =
  "tests/{db,jobs,deliveries,publisher,recovery,engagement,people,upgrade}/**/*.test.ts";
const own = [
  "tests/e2e/**",
  "**/*.start.test.ts",
  "**/*.network.test.ts",
  "**/*.chaos.test.ts",
  "**/node_modules/**",
];

export default defineConfig({
  test: {
    root: ".",
    testTimeout: 60_000,
    // On a busy machine what comes at once may take a while; a second, as is usual, is too little.
    expect: { poll: { timeout: 10_000 } },
    hookTimeout: 60_000,
    maxWorkers: availableParallelism(),
    execArgv: [
      "--import",
      new URL("../../lib/runtime/launch/lean-modules.js", import.meta.url).href,
    ],
    projects: [
      {
        extends: true,
        test: {
          name: "sqlite",
          // What a file loads is loaded once a worker: every test has a database and networks of its own.
          isolate: false,
          include: unitTests,
          exclude: own,
          setupFiles: ["tests/support/fail-on-console-error.ts", "tests/support/keep-umask.ts"],
          globalSetup: ["tests/support/sqlite-setup.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "postgres",
          isolate: false,
          include: process.env["QUICK"] ? [sqlDiffers] : unitTests,
          exclude: [...own, "tests/**/*.pure.test.ts", "tests/tooling/**"],
          setupFiles: ["tests/support/fail-on-console-error.ts", "tests/support/keep-umask.ts"],
          globalSetup: ["tests/support/postgres-setup.ts"],
          env: { DATABASE_URL: "postgres://shoutloop-tests" },
        },
      },
    ],
  },
});
