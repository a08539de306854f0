import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";

import { type Locale, locales } from "#lib/i18n/locale";

import { findingsInBothThemes } from "./accessible.ts";
import { postNow, setUp } from "./brand.ts";
import { aVisitor } from "./browser.ts";
import { startNewcomers, type Newcomer } from "./newcomers.ts";
import { tooWide } from "./too-wide.ts";
import { wordsOf, type Words } from "./words.ts";

test.each<Locale>([...locales])(
  "from Connect to the first post on each network, screens and steps: in %s",
  async (locale) => {
    const { product, newcomers } = await startNewcomers();
    const visitor = await aVisitor(product.address, { locale, theme: "light" });
    onTestFinished(visitor.leave);
    const { page, complaints } = visitor;
    const t = wordsOf(locale);
    await page.goto("/");
    await setUp(page, t);
    const wrong: string[] = [];
    for (const newcomer of newcomers) {
      const began = performance.now();
      const look = async (name: string) => {
        const where = `${newcomer.label}, ${name}`;
        wrong.push(...(await findingsInBothThemes(page, where)), ...(await tooWide(page, where)));
      };
      await connect(page, t, newcomer, look);
      await check(page, t, look);
      await post(page, t, newcomer, look);
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.log(`${newcomer.label}, ${locale}: ${seconds} s from Connect to the first post`);
    }
    expect(wrong).toEqual([]);
    expect(complaints).toEqual([]);
  },
);

async function connect(
  page: Page,
  t: Words,
  { network, label, typed, chosen, yes }: Newcomer,
  look: (name: string) => Promise<void>,
): Promise<void> {
  await page.goto("/noorderwol/accounts");
  const entry = page.locator(`#connect-${network}`);
  await entry.locator("summary", { hasText: t("connect.open", { network: label }) }).click();
  await look("what it asks");
  for (const [name, value] of Object.entries(typed)) {
    const field = entry.locator(`[name="${name}"]`);
    if ((await field.count()) > 1)
      await entry.locator(`[name="${name}"][value="${value}"]`).check();
    else await field.fill(value);
  }
  await entry.getByRole("button", { name: t("connect.goThere", { network: label }) }).click();
  await page.getByRole("button", { name: yes }).click();
  if (chosen) {
    await page.getByRole("heading", { name: t("connect.choose.title") }).waitFor();
    await look("which account");
    await page.getByRole("checkbox", { name: chosen }).check();
    await page.getByRole("button", { name: t("connect.choose.connect") }).click();
  }
  await page.getByRole("link", { name: t("connect.nextAct") }).waitFor();
  await look("connected");
}

/** What is wrong with the account that was connected last: nothing that keeps posts back. */
async function check(page: Page, t: Words, look: (name: string) => Promise<void>): Promise<void> {
  const row = page.getByRole("listitem").filter({
    has: page.getByRole("button", { name: t("accounts.check") }),
  });
  await row
    .last()
    .getByRole("button", { name: t("accounts.check") })
    .click();
  await row.last().getByRole("list").getByRole("listitem").first().waitFor();
  await look("checked");
}

/** By the link that stands there once it is connected. */
async function post(
  page: Page,
  t: Words,
  { label, posted, complete }: Newcomer,
  look: (name: string) => Promise<void>,
): Promise<void> {
  const words = `Grey-blue from the dye bath, on ${label}.`;
  await page.getByRole("link", { name: t("connect.nextAct") }).click();
  await page.waitForURL("**/compose**");
  await page.locator("label", { hasText: t("stages.awareness.name") }).click();
  await page.getByRole("textbox", { name: t("compose.text"), exact: true }).fill(words);
  await complete?.(page, t);
  if (complete) await look("what its post is given");
  await postNow(page, t);
  if (complete) await look("its post");
  await expect
    .poll(posted, { timeout: 60_000 })
    .toContainEqual(expect.stringContaining("dye bath"));
}
