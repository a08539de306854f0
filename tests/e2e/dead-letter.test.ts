import { expect, onTestFinished, test } from "vitest";

import { expectAccessible } from "./accessible.ts";
import { lookUntil, setUp } from "./brand.ts";
import { aVisitor } from "./browser.ts";
import { failForTheLastTime } from "./fail-for-the-last-time.ts";
import { startProduct } from "./product.ts";
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
  failForTheLastTime(product.dataDir);
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
