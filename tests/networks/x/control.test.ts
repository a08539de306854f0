import { expect, test } from "vitest";

import { oneServer, ready } from "./one-server.ts";

const x = oneServer();

async function press(what: string): Promise<void> {
  const body = new URLSearchParams({ do: what });
  await fetch(`${x.server.url}/control`, { method: "POST", body, redirect: "manual" });
}

test.each([
  ["credit", "out-of-credit"],
  ["unavailable", "unknown"],
  ["reset", "unknown"],
  ["limit", "later"],
  ["revoke", "expired"],
])(
  "the button %s of the page for development makes the next post end as %s",
  async (what, kind) => {
    const { connector, session, request } = await ready(x);
    expect(await (await fetch(`${x.server.url}/control`)).text()).toContain(`value="${what}"`);
    await press(what);
    expect(await connector.publish(session, request)).toMatchObject({ kind });
  },
);

test("the buttons for a list that lags say so to the server, and take it back", async () => {
  await ready(x);
  await press("lag");
  expect(x.server.settings.listingLagMs).toBe(120_000);
  await press("no-lag");
  expect(x.server.settings.listingLagMs).toBe(0);
});
