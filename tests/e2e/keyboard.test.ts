import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";

import { signIn as owner } from "#lib/demo/demo-context";

import { expectAccessible } from "./accessible.ts";
import { signIn } from "./brand.ts";
import { aVisitor } from "./browser.ts";
import { press, tabTo, typeMoment } from "./keyboard.ts";
import { startSample } from "./product.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("en");
const text = "Moved and thanked without a mouse.";

test("without a mouse: schedule a post, move it in the calendar, split and schedule a draft, thank somebody", async () => {
  const sample = await startSample();
  onTestFinished(sample.stop);
  const visitor = await aVisitor(sample.address, { locale: "en", theme: "light" });
  onTestFinished(visitor.leave);
  const { page } = visitor;
  await signIn(page, t, owner);
  const day = inDays(2);
  await schedule(page, `${day}T16:20`);
  await move(page, day, `${inDays(3)}T17:30`);
  await scheduleDraft(page, `${day}T11:10`);
  await thank(page);
  expect(visitor.complaints).toEqual([]);
});

async function schedule(page: Page, at: string): Promise<void> {
  await page.goto("/noorderwol/compose");
  await tabTo(page, page.getByRole("radio", { name: t("stages.awareness.name"), exact: true }));
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  await tabTo(page, page.getByRole("textbox", { name: t("compose.text"), exact: true }));
  await page.keyboard.type(text);
  await tabTo(page, page.getByRole("radio", { name: /^Next free/ }));
  await page.keyboard.press("ArrowDown");
  await typeMoment(page, page.locator("input[type=datetime-local]"), at);
  await page.evaluate(() => scrollTo(0, 0));
  await press(page, page.getByRole("button", { name: /^Schedule for .*16:20/ }));
  await page.waitForURL("**/calendar?day=*");
}

async function move(page: Page, day: string, to: string): Promise<void> {
  await page.goto(`/noorderwol/calendar?view=week&day=${day}`);
  const box = page.getByRole("button", { name: text });
  await press(page, box);
  await expectAccessible(page, "the calendar with a post open");
  await press(page, page.getByRole("button", { name: t("calendar.move") }));
  const dialog = page.getByRole("dialog", { name: t("calendar.moveTitle") });
  await dialog.waitFor();
  await expectAccessible(page, "the calendar's Move dialog");
  await typeMoment(page, dialog.getByLabel(t("calendar.newMoment")), to);
  await press(page, dialog.getByRole("button", { name: t("calendar.moveHere") }));
  await page.getByText(/^Moved to .*17:30/).waitFor();
  await expectAccessible(page, "the calendar after a move");
}

/** A draft waits in the tray beside the calendar; what is split into a thread is one draft. */
async function scheduleDraft(page: Page, at: string): Promise<void> {
  await page.goto("/noorderwol/compose?stage=retention");
  await tabTo(page, page.getByRole("textbox", { name: t("compose.text"), exact: true }));
  await page.keyboard.type("A draft from the tray. ".repeat(15).trim());
  await press(page, page.getByRole("button", { name: /^Split at sentence ends: 2 parts/ }));
  await page
    .getByRole("textbox", { name: t("compose.text") })
    .nth(1)
    .waitFor();
  await page.waitForURL("**/compose?post=*");
  await expectAccessible(page, "the composer with a thread");
  await page.goto(`/noorderwol/calendar?view=week&day=${at.slice(0, 10)}`);
  await press(page, page.getByRole("button", { name: /A draft from the tray/ }));
  await page.getByRole("menuitem", { name: t("calendar.schedule") }).waitFor();
  await expectAccessible(page, "the calendar with a draft's menu open");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: t("calendar.scheduleTitle") });
  await typeMoment(page, dialog.getByLabel(t("calendar.newMoment")), at);
  await press(page, dialog.getByRole("button", { name: t("calendar.scheduleHere") }));
  await page.getByText(/^Scheduled for .*11:10/).waitFor();
  await page.getByText(t("calendar.noDrafts")).waitFor();
}

async function thank(page: Page): Promise<void> {
  await page.goto("/noorderwol/shout-outs");
  await press(page, page.getByRole("button", { name: t("shout-outs.skip") }).first());
  await expectAccessible(page, "shout-outs with reasons to skip");
  await page.keyboard.press("Enter");
  await page.goto("/noorderwol/shout-outs");
  await press(page, page.getByRole("button", { name: t("shout-outs.edit") }).first());
  await page.waitForURL("**/compose?post=*");
  await press(page, page.getByRole("button", { name: /^Schedule for/ }));
  await page.waitForURL("**/calendar?day=*");
}

/** The day so many days from now, in the sample's zone, as a date field has it. */
function inDays(days: number): string {
  const at = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" }).format(at);
}
