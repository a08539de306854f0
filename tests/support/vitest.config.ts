import { defineConfig } from "vitest/config";

const unitTests = ["tests/**/*.test.ts"];
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
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "sqlite",
          include: unitTests,
          exclude: own,
          setupFiles: ["tests/support/fail-on-console-error.ts"],
          globalSetup: ["tests/support/sqlite-setup.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "postgres",
          include: unitTests,
          exclude: [...own, "tests/**/*.pure.test.ts", "tests/tooling/**"],
          setupFiles: ["tests/support/fail-on-console-error.ts"],
          globalSetup: ["tests/support/postgres-setup.ts"],
          env: { DATABASE_URL: "postgres://shoutloop-tests" },
        },
      },
    ],
  },
});
