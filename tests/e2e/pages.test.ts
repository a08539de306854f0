import type { Page } from "playwright-core";
import { expect, inject, onTestFinished, test } from "vitest";

import { signIn as owner } from "#lib/cli/demo/workshop";
import { type Locale, locales } from "#lib/i18n/locale";

import { findingsInBothThemes } from "./accessible.ts";
import { signIn } from "./brand.ts";
import { aVisitor } from "./browser.ts";
import { everyPage } from "./every-page.ts";
import { wordsOf } from "./words.ts";

test("every page of a full workspace: nothing for axe in either theme and language, nothing wider than 320 px", async () => {
  const visitor = await aVisitor(inject("sample"), { locale: "en", theme: "light" });
  onTestFinished(visitor.leave);
  const { page } = visitor;
  const wrong: string[] = [];

  await page.goto("/sign-in");
  wrong.push(...(await look(page, "sign-in")));
  await signIn(page, wordsOf("en"), owner);
  const pages = Object.entries(await everyPage(page));
  for (const locale of locales) {
    await read(page, locale);
    for (const [name, address] of pages) {
      await page.goto(address);
      wrong.push(...(await look(page, `${name}, ${locale}`)));
    }
  }
  await read(page, "en");
  expect(wrong).toEqual([]);
  expect(visitor.complaints).toEqual([]);
});

async function look(page: Page, where: string): Promise<string[]> {
  await page.locator("h1").first().waitFor();
  const found = await findingsInBothThemes(page, where);
  await page.setViewportSize({ width: 320, height: 640 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.setViewportSize({ width: 1440, height: 900 });
  return width > 320 ? [...found, `${where}: ${width} px wide on a screen of 320`] : found;
}

/** Chooses the language at the foot of the menu. */
async function read(page: Page, locale: Locale): Promise<void> {
  const name = locale === "nl" ? "Nederlands" : "English";
  await page.goto("/noorderwol/today");
  await page.getByRole("button", { name }).click();
  await page.locator(`html[lang^="${locale}"]`).waitFor();
}
