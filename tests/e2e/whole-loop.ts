import type { Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";

import type { Locale } from "#lib/i18n/locale";

import { expectAccessible } from "./accessible.ts";
import { connectPractice, lookUntil, postNow, setUp, writeAndPost } from "./brand.ts";
import { aVisitor, type Theme } from "./browser.ts";
import { startProduct } from "./product.ts";
import { wordsOf, type Words } from "./words.ts";

/** From the first start to a thank-you that was given. */
export async function walkTheWholeLoop(how: { locale: Locale; theme: Theme; text: string }) {
  const product = await startProduct("start");
  onTestFinished(product.stop);
  const visitor = await aVisitor(product.address, how);
  onTestFinished(visitor.leave);
  const { page } = visitor;
  const t = wordsOf(how.locale);

  await page.goto("/");
  expect(await page.locator("html").getAttribute("class")).toContain(how.theme);
  await expectAccessible(page, "set-up");
  await setUp(page, t);
  await expectAccessible(page, "accounts, none connected");
  await connectPractice(page, t);
  for (const empty of ["today", "calendar", "journey", "people", "shout-outs"]) {
    await page.goto(`/noorderwol/${empty}`);
    await expectAccessible(page, `${empty}, empty`);
  }

  await writeAndPost(page, t, how.text);
  await lookUntil(page, () => page.getByRole("link", { name: t("calendar.post.see") }).isVisible());
  const fan = await acceptFirstShoutOut(page, t);
  await giveThanks(page, t, fan);
  await seeItRecognised(page, t, fan);
  expect(visitor.complaints).toEqual([]);
}

interface Fan {
  name: string;
  href: string;
}

/** Waits until reactions led to a suggestion, and opens its draft in the composer. */
async function acceptFirstShoutOut(page: Page, t: Words): Promise<Fan> {
  await page.goto("/noorderwol/shout-outs");
  const edit = page.getByRole("button", { name: t("shout-outs.edit") }).first();
  await lookUntil(page, () => edit.isVisible());
  await expectAccessible(page, "shout-outs");
  const row = page.locator("[data-suggestion]", { has: edit }).first();
  const link = row.locator("a[href*='/people/']").first();
  const fan = { name: await link.innerText(), href: (await link.getAttribute("href")) ?? "" };
  await edit.click();
  await page.waitForURL("**/compose?post=*");
  return fan;
}

async function giveThanks(page: Page, t: Words, fan: Fan): Promise<void> {
  const text = page.getByRole("textbox", { name: t("compose.text"), exact: true });
  await expect.poll(() => text.inputValue()).toContain("@");
  expect(
    await page.getByRole("radio", { name: t("stages.advocacy.name"), exact: true }).isChecked(),
  ).toBe(true);
  await expectAccessible(page, `the composer with thanks for ${fan.name}`);
  await postNow(page, t);
  await lookUntil(page, () => page.getByRole("link", { name: t("calendar.post.see") }).isVisible());
}

async function seeItRecognised(page: Page, t: Words, fan: Fan): Promise<void> {
  await page.goto("/noorderwol/shout-outs");
  await lookUntil(page, () => page.locator("main b", { hasText: /^1 (of|van) \d+/ }).isVisible());
  await page.goto(fan.href);
  const given = page.locator("section", {
    has: page.getByRole("heading", { name: t("people.gaveBack.title") }),
  });
  const thanked = given.locator("li").first();
  await thanked.waitFor();
  await expectAccessible(page, `the page of ${fan.name}, thanked`);
  await thanked.getByRole("link").click();
  await page.waitForURL("**/practice/**");
  await expectAccessible(page, "the practice network's public page");
}
