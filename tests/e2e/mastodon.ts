import type { Page } from "playwright-core";

import type { Words } from "./words.ts";

/** Connects as one of the server's people, by the sign-in on its own page. */
export async function connectMastodon(
  page: Page,
  t: Words,
  { server, as }: { server: string; as: string },
): Promise<void> {
  await page.goto("/noorderwol/accounts");
  await leave(page, t, server);
  await press(page, "Authorize", as);
  await page.getByText(connected(t, server)).waitFor();
}

/** Off to the server's own page. */
export async function leave(page: Page, t: Words, server: string): Promise<void> {
  const field = serverField(page, t);
  if (!(await field.isVisible()))
    await page
      .locator("#connect-mastodon summary", { hasText: t("connect.open", { network: "Mastodon" }) })
      .click();
  await field.fill(server);
  await page
    .locator("#connect-mastodon")
    .getByRole("button", { name: goThere(t) })
    .click();
}

export function serverField(page: Page, t: Words) {
  return page.locator("#connect-mastodon").getByLabel(t("connect.mastodon.server.label"));
}

export function goThere(t: Words): string {
  return t("connect.goThere", { network: "Mastodon" });
}

export function connected(t: Words, address: string): string {
  return t("connect.connectedAs", {
    handle: `noorderwol@${new URL(address).host}`,
    network: "Mastodon",
  });
}

/** On the network's own page. */
export async function press(
  page: Page,
  decision: "Authorize" | "Deny",
  as?: string,
): Promise<void> {
  await page.waitForURL("**/oauth/authorize**");
  if (as) await page.getByLabel(as).check();
  await page.getByRole("button", { name: decision }).click();
}
