import type { Locator, Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";

import { signIn as owner } from "#lib/demo/demo-context";

import { expectAccessible } from "./accessible.ts";
import { signIn } from "./brand.ts";
import { aVisitor } from "./browser.ts";
import { startSample } from "./product.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("en");
const settings = (page: Page, part: string) => page.goto(`/noorderwol/settings/${part}`);

test("settings are neither lost by leaving or by an answer, nor written over unseen", async () => {
  const sample = await startSample();
  onTestFinished(sample.stop);
  const [ours, theirs] = [await someone(sample.address), await someone(sample.address)];
  await sentences(ours.page, theirs.page);
  await slots(ours.page);
  await ownStages(ours.page, theirs.page);
  await lateness(ours.page, theirs.page);
  await condition(ours.page);
  await givenUp(ours.page);
  expect([...ours.complaints, ...theirs.complaints]).toEqual([]);
});

/** With a browser of their own: what one keeps, another does not see. */
async function someone(address: string) {
  const visitor = await aVisitor(address, { locale: "en", theme: "light" });
  onTestFinished(visitor.leave);
  await signIn(visitor.page, t, owner);
  return visitor;
}

/** A look at them refreshes the page: what a colleague saved is in it, and was not seen. */
async function sentences(page: Page, colleague: Page): Promise<void> {
  const save = saving(page);
  const sentence = page.getByLabel(t("draft-settings.sentence", { number: 1 }), { exact: true });
  await settings(page, "thanks");
  await button(page, t("draft-settings.add")).click();
  await sentence.fill("Thank you, {name}!");
  await settings(page, "queue");
  await settings(page, "thanks");
  await page.getByText(t("common.restored")).waitFor();
  expect(await sentence.inputValue()).toBe("Thank you, {name}!");
  await settings(colleague, "thanks");
  await colleague.getByLabel(t("draft-settings.toneLabel")).selectOption("plain");
  await saving(colleague).click();
  await colleague.getByText(t("draft-settings.saved")).waitFor();
  await button(page, t("draft-settings.preview")).click();
  await page.getByText(t("draft-settings.previewTitle")).waitFor();
  await save.click();
  await isMet(page);
  expect(await sentence.inputValue()).toBe("Thank you, {name}!");
  await expectAccessible(page, "sentences that met");
  await save.click();
  await page.getByText(t("draft-settings.saved")).waitFor();
}

async function slots(page: Page): Promise<void> {
  const part = page
    .locator("form")
    .filter({ has: button(page, t("queue.add")) })
    .first();
  await settings(page, "queue");
  const add = button(part, t("queue.add"));
  const times = part.locator("input[type=time]");
  const before = await times.count();
  await add.click();
  await add.click();
  // The same time twice is refused.
  for (const place of [before, before + 1]) {
    await times.nth(place).fill("04:44");
    await part.locator("select[name='slots.weekday']").nth(place).selectOption("3");
  }
  await part.locator("button[type=submit]").click();
  await part.getByText("04:44").waitFor();
  expect(await times.count()).toBe(before + 2);
  await settings(page, "thanks");
  await settings(page, "queue");
  await page.getByText(t("common.restored")).waitFor();
  expect(await times.nth(before + 1).inputValue()).toBe("04:44");
  await button(part, t("queue.remove", { number: before + 2 })).click();
  await part.locator("button[type=submit]").click();
  await page.getByText(t("queue.saved")).waitFor();
  expect(await times.count()).toBe(before + 1);
}

/** Who was told saves over it at the second try, without opening the page anew. */
async function ownStages(page: Page, colleague: Page): Promise<void> {
  const named = (of: Page) =>
    of.getByLabel(t("stage-settings.nameOf", { number: 1 }), { exact: true });
  const take = (of: Page) => button(of, t("stage-settings.take")).last();
  await settings(page, "stages");
  await settings(colleague, "stages");
  await named(page).fill("Our own");
  await named(colleague).fill("Theirs");
  await take(colleague).click();
  await colleague.getByText(t("stage-settings.taken")).waitFor();
  await take(page).click();
  await isMet(page);
  expect(await named(page).inputValue()).toBe("Our own");
  await take(page).click();
  await page.getByText(t("stage-settings.taken")).waitFor();
  expect(await named(page).inputValue()).toBe("Our own");
}

/** It was typed before a colleague saved, and is as old as that however often it is put back. */
async function lateness(page: Page, colleague: Page): Promise<void> {
  const minutes = (of: Page) => of.locator("input[name='settings.lateMinutes']");
  const save = (of: Page) =>
    of
      .locator("form")
      .filter({ has: minutes(of) })
      .getByRole("button");
  await settings(page, "publishing");
  await minutes(page).fill("77");
  await settings(colleague, "publishing");
  await minutes(colleague).fill("99");
  await save(colleague).last().click();
  await colleague.getByText(t("settings.saved"), { exact: true }).waitFor();
  for (const _again of [1, 2]) {
    await settings(page, "publishing");
    await page.getByText(t("common.restored")).waitFor();
    expect(await minutes(page).inputValue()).toBe("77");
  }
  await save(page).last().click();
  await isMet(page);
}

/** A field that is there only once another one is filled in. */
async function condition(page: Page): Promise<void> {
  await settings(page, "rules/new");
  await page.locator("select[name=condition]").selectOption("words");
  await page.locator("input[name=value]").fill("garn");
  await settings(page, "rules");
  await settings(page, "rules/new");
  await page.getByText(t("common.restored")).waitFor();
  expect(await page.locator("input[name=value]").inputValue()).toBe("garn");
}

/** What is dropped after a drag was given up is none of it; what is dragged onto another swaps with it. */
async function givenUp(page: Page): Promise<void> {
  const soon = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  await page.goto(`/noorderwol/calendar?day=${soon}`);
  const posts = page.locator(".calendar-cell [draggable=true]");
  await posts.nth(1).waitFor();
  const undo = page.getByRole("button", { name: t("common.undo"), exact: true });
  await drag(posts.nth(0), ["dragstart", "dragend"]);
  await drag(posts.nth(1), ["drop"]);
  await page.waitForTimeout(2_000);
  expect(await undo.count()).toBe(0);
  await drag(posts.nth(0), ["dragstart"]);
  await drag(posts.nth(1), ["drop"]);
  await undo.waitFor();
}

async function drag(box: Locator, acts: readonly string[]): Promise<void> {
  await box.evaluate((element, kinds) => {
    for (const kind of kinds) {
      const over = { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() };
      element.dispatchEvent(new DragEvent(kind, over));
    }
  }, acts);
}

async function isMet(page: Page): Promise<void> {
  await button(page, t("settings.takeTheirs")).waitFor();
}

const button = (of: Pick<Page, "getByRole">, name: string) => of.getByRole("button", { name });
const saving = (of: Page) => of.getByRole("button", { name: t("common.save"), exact: true });
