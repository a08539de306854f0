import { defineConfig } from "vitest/config";

/** Tests that start the product, or a part of it, as a process of its own. */
export default defineConfig({
  test: {
    root: ".",
    include: ["tests/**/*.start.test.ts"],
    exclude: ["**/node_modules/**"],
    testTimeout: 180_000,
    hookTimeout: 300_000,
    maxWorkers: 1,
  },
});
