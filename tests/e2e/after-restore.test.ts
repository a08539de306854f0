import { join } from "node:path";

import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";

import { signIn as owner } from "#lib/demo/demo-context";

import { findingsInBothThemes } from "./accessible.ts";
import { lookUntil, signIn } from "./brand.ts";
import { aVisitor } from "./browser.ts";
import { failForTheLastTime } from "./fail-for-the-last-time.ts";
import { startSample } from "./product.ts";
import { tooWide } from "./too-wide.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("nl");

test("in Dutch, on a narrow dark screen: one answer for all since a restore, and work that was given up", async () => {
  const sample = await startSample();
  onTestFinished(sample.stop);
  const visitor = await aVisitor(sample.address, { locale: "nl", theme: "dark" });
  onTestFinished(visitor.leave);
  const { page } = visitor;
  await signIn(page, t, owner);
  await page.getByRole("button", { name: t("frame.inDutch"), exact: true }).click();
  await page.locator("html[lang^=nl]").waitFor();
  const dataDir = join(sample.dataDir, "demo");
  const count = putBack(dataDir);
  failForTheLastTime(dataDir);
  await lookUntil(page, async () => {
    await page.goto("/noorderwol/needs-you");
    return page.getByRole("heading", { name: t("jobs.group") }).isVisible();
  });
  const question = page.getByText(t("needs-you.restored.question", { count }), { exact: true });
  await question.waitFor();
  await page.setViewportSize({ width: 320, height: 900 });
  await page.getByText(t("needs-you.restored.noneThere"), { exact: true }).click();
  expect(await findingsInBothThemes(page, "after a restore")).toEqual([]);
  expect(await tooWide(page, "after a restore")).toEqual([]);
  await page.getByRole("button", { name: t("needs-you.restored.leaveAllOut") }).press("Enter");
  await page.getByText(t("needs-you.restored.answered", { count }), { exact: true }).waitFor();
  await question.waitFor({ state: "detached" });
  expect(visitor.complaints).toEqual([]);
});

/** As after a restore: what was planned may be out already. Says how many posts that is. */
function putBack(dataDir: string): number {
  const database = new Database(join(dataDir, "shoutloop.db"), { timeout: 10_000 });
  const { changes } = database
    .prepare(
      `update deliveries set state = 'needs_person', recovery = 'restored', reason = 'restored', candidates = null
       where state = 'scheduled' and part = 1 and part_count = 1`,
    )
    .run();
  database.close();
  return changes;
}
