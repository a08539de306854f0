import type { Page } from "playwright-core";
import { expect, inject, onTestFinished, test } from "vitest";

import { signIn as owner } from "#lib/demo/workshop";
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
  const tabs = [page, await page.context().newPage()];

  const wrong = await lookAtAll([page], { "sign-in": "/sign-in" });
  await signIn(page, wordsOf("en"), owner);
  const pages = await everyPage(page);
  for (const locale of locales) {
    await read(page, locale);
    wrong.push(...(await lookAtAll(tabs, pages)).map((one) => `${locale}: ${one}`));
  }
  await read(page, "en");
  expect(wrong).toEqual([]);
  expect(visitor.complaints).toEqual([]);
});

/** Each tab takes the next page that nobody looked at. */
async function lookAtAll(tabs: readonly Page[], pages: Record<string, string>): Promise<string[]> {
  const left = Object.entries(pages);
  const found: string[] = [];
  const lookOn = async (tab: Page) => {
    for (let next = left.shift(); next; next = left.shift())
      found.push(...(await lookAt(tab, ...next)));
  };
  await Promise.all(tabs.map(lookOn));
  return found;
}

async function lookAt(page: Page, name: string, address: string): Promise<string[]> {
  await page.goto(address);
  await page.locator("h1").first().waitFor();
  const found = await findingsInBothThemes(page, name);
  await page.setViewportSize({ width: 320, height: 640 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.setViewportSize({ width: 1440, height: 900 });
  return width > 320 ? [...found, `${name}: ${width} px wide on a screen of 320`] : found;
}

/** Chooses the language at the foot of the menu. */
async function read(page: Page, locale: Locale): Promise<void> {
  await page.goto("/noorderwol/today");
  await page.getByRole("button", { name: locale === "nl" ? "Nederlands" : "English" }).click();
  await page.locator(`html[lang^="${locale}"]`).waitFor();
}
