import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";

import { signIn as owner } from "#lib/demo/demo-context";

import { findingsInBothThemes } from "./accessible.ts";
import { signIn } from "./brand.ts";
import { aVisitor } from "./browser.ts";
import { startSample } from "./product.ts";
import { tooWide } from "./too-wide.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("nl");

test("in Dutch, on a narrow dark screen: posts come from a list, and go again with it", async () => {
  const sample = await startSample();
  onTestFinished(sample.stop);
  const visitor = await aVisitor(sample.address, { locale: "nl", theme: "dark" });
  onTestFinished(visitor.leave);
  const { page } = visitor;
  await signIn(page, t, owner);
  await page.getByRole("button", { name: t("frame.inDutch"), exact: true }).click();
  await page.locator("html[lang^=nl]").waitFor();
  await page.setViewportSize({ width: 320, height: 900 });
  await page.goto("/noorderwol/calendar?view=list");
  await page.getByRole("link", { name: t("calendar.import.open") }).press("Enter");
  const example = await page.locator("pre").innerText();
  await lookAt(page, `${example}\nlente-3;31-2-2099 10:00;;;Een dag die er niet is`);
  await page.getByText(t("lists.wrong", { count: 1 }), { exact: true }).waitFor();
  expect(await findingsInBothThemes(page, "a list with a row that is wrong")).toEqual([]);
  await lookAt(page, example);
  await page.getByText(t("calendar.import.sampleTitle"), { exact: true }).waitFor();
  expect(await findingsInBothThemes(page, "a list as it is understood")).toEqual([]);
  expect(await tooWide(page, "a list as it is understood")).toEqual([]);
  await press(page, t("calendar.import.store", { count: 2 }));
  await press(page, t("calendar.import.undo"));
  await page.getByText(t("calendar.import.undone", { deleted: 2, kept: 0 })).waitFor();
  expect(visitor.complaints).toEqual([]);
});

async function lookAt(page: Page, list: string): Promise<void> {
  await page.getByLabel(t("lists.paste")).fill(list);
  await press(page, t("lists.look"));
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}
