import { defineConfig } from "vitest/config";

/** Tests in a real browser against the built product. */
export default defineConfig({
  test: {
    root: ".",
    include: ["tests/e2e/**/*.test.ts"],
    globalSetup: ["tests/e2e/sample-setup.ts"],
    testTimeout: 400_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
  },
});
