import { expect, onTestFinished, test } from "vitest";

import { startMastodonServer } from "./server.ts";

test.each([
  ["unavailable", "unavailable"],
  ["proxy", "error-before"],
  ["reset", "reset-after"],
  ["limit", "too-many"],
])("the button %s of the page for development spoils the next post", async (what, kind) => {
  const server = await startMastodonServer();
  onTestFinished(() => server.stop());
  expect(await (await fetch(`${server.url}/control`)).text()).toContain(`value="${what}"`);
  const body = new URLSearchParams({ do: what });
  await fetch(`${server.url}/control`, { method: "POST", body, redirect: "manual" });
  expect(server.faults.take("GET /api/v1/timelines/home")).toBeUndefined();
  expect(server.faults.take("POST /api/v1/statuses")).toBe(kind);
});
