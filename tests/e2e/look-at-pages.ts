import type { Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";

import { signIn as owner } from "#lib/demo/demo-context";
import type { Locale } from "#lib/i18n/locale";

import { findingsInBothThemes } from "./accessible.ts";
import { signIn } from "./brand.ts";
import { aVisitor } from "./browser.ts";
import { everyPage, pagesNotIn } from "./every-page.ts";
import { startSample } from "./product.ts";
import { wordsOf } from "./words.ts";

const widths = [320, 768, 1280] as const;
/** While one page is being served, another is judged. */
const tabsAtOnce = 2;

/**
 * Every page of the sample shop in one language: nothing for axe in either theme, nothing too wide at
 * three widths, no text missing, no complaint of the browser.
 */
export async function lookAtEveryPage(locale: Locale): Promise<void> {
  const sample = await startSample();
  onTestFinished(sample.stop);
  const visitor = await aVisitor(sample.address, { locale, theme: "light" });
  onTestFinished(visitor.leave);
  const { page } = visitor;

  const wrong = await lookAtAll([page], { "sign-in": "/sign-in" }, locale);
  await signIn(page, wordsOf(locale), owner);
  await read(page, locale);
  const pages = await everyPage(page);
  const tabs = [page];
  while (tabs.length < tabsAtOnce) tabs.push(await page.context().newPage());
  wrong.push(...(await lookAtAll(tabs, pages, locale)));
  expect(wrong).toEqual([]);
  expect(visitor.complaints).toEqual([]);
  expect(pagesNotIn(Object.values(pages))).toEqual([]);
}

/** Each tab takes the next page that nobody looked at. */
async function lookAtAll(
  tabs: readonly Page[],
  pages: Record<string, string>,
  locale: Locale,
): Promise<string[]> {
  const left = Object.entries(pages);
  const found: string[] = [];
  const lookOn = async (tab: Page) => {
    for (let next = left.shift(); next; next = left.shift())
      found.push(...(await lookAt(tab, locale, ...next)));
  };
  await Promise.all(tabs.map(lookOn));
  return found;
}

async function lookAt(
  page: Page,
  locale: Locale,
  name: string,
  address: string,
): Promise<string[]> {
  await page.goto(address);
  await page.locator("h1").first().waitFor();
  return [
    ...(await findingsInBothThemes(page, name)),
    ...(await tooWide(page, name)),
    ...(await withoutText(page, locale, name)),
  ];
}

/** One load, several widths: a page lays itself out anew by itself. */
async function tooWide(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    const needed = await page.evaluate(() => document.documentElement.scrollWidth);
    if (needed > width) found.push(`${name}: ${needed} px wide on a screen of ${width}`);
  }
  return found;
}

/** The sentence that stands where a text, or a figure in it, is not given. */
async function withoutText(page: Page, locale: Locale, name: string): Promise<string[]> {
  const [sentence = ""] = wordsOf(locale)("common.withoutText").split(". ");
  return (await page.getByText(sentence).count()) > 0 ? [`${name}: ${sentence}`] : [];
}

/** Chooses the language at the foot of the menu. */
async function read(page: Page, locale: Locale): Promise<void> {
  await page.goto("/noorderwol/today");
  await page.getByRole("button", { name: locale === "nl" ? "Nederlands" : "English" }).click();
  await page.locator(`html[lang^="${locale}"]`).waitFor();
}
