import { defineConfig } from "vitest/config";

/** Tests in a real browser against the built product. */
export default defineConfig({
  test: {
    root: ".",
    include: ["tests/e2e/**/*.test.ts"],
    globalSetup: ["tests/e2e/sample-setup.ts"],
    // A test that hangs ends; how fast pages are is measured elsewhere.
    testTimeout: 900_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    // On a busy machine a browser now and then ends by itself; what fails twice is wrong. It is said when one was tried again.
    retry: 1,
  },
});
