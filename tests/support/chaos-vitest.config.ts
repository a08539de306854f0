import { defineConfig } from "vitest/config";

/** Small chaos runs; each test is processes of its own, and two of them fill two cores. */
export default defineConfig({
  test: {
    root: ".",
    name: "chaos",
    include: ["tests/chaos/**/*.chaos.test.ts"],
    maxConcurrency: 2,
  },
});
