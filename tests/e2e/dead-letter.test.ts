import { join } from "node:path";

import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";

import { expectAccessible } from "./accessible.ts";
import { lookUntil, setUp } from "./brand.ts";
import { aVisitor } from "./browser.ts";
import { type Product, startProduct } from "./product.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("en");
const work = t("jobs.handlers.notify");

test("work that was given up is told at the bell, stands where it can be tried again, and is", async () => {
  const product = await startProduct("start");
  onTestFinished(product.stop);
  const visitor = await aVisitor(product.address, { locale: "en", theme: "light" });
  onTestFinished(visitor.leave);
  const { page } = visitor;
  await page.goto("/");
  await setUp(page, t);
  failForTheLastTime(product);
  await lookUntil(page, () =>
    page
      .getByRole("link", { name: t("notifications.bell", { count: 1 }) })
      .first()
      .isVisible(),
  );
  await page.goto("/noorderwol/notifications");
  await page.getByRole("link", { name: t("notifications.kinds.dead-letter", { work }) }).click();
  await page.waitForURL("**/needs-you");
  await expectAccessible(page, "work that was given up");

  await page.getByRole("button", { name: t("jobs.tryAgain") }).press("Enter");
  await page.getByText(t("jobs.retried")).waitFor();
  await page.getByText(work, { exact: true }).waitFor({ state: "detached" });
  const quiet = { name: t("notifications.bell", { count: 0 }), exact: true };
  await lookUntil(page, () => page.getByRole("link", quiet).first().isVisible());
  expect(visitor.complaints).toEqual([]);
});

/** People are to be told of a delivery that is gone, and seven tries of eight have failed. */
function failForTheLastTime({ dataDir }: Product): void {
  const database = new Database(join(dataDir, "shoutloop.db"), { timeout: 10_000 });
  const { workspaceId } = database.prepare("select id as workspaceId from workspaces").get() as {
    workspaceId: string;
  };
  const detail = JSON.stringify({ postId: "gone", accountId: "gone", reason: "invalid" });
  database
    .prepare(
      `insert into events (id, workspace_id, type, actor_id, subject_id, detail, at)
       values ('given-up', ?, 'delivery.failed', 'system', 'gone', ?, ?)`,
    )
    .run(workspaceId, detail, Date.now());
  database
    .prepare(
      `insert into jobs (id, workspace_id, event_id, event_type, handler, attempts)
       values ('given-up:notify', ?, 'given-up', 'delivery.failed', 'notify', 7)`,
    )
    .run(workspaceId);
  database.close();
}
