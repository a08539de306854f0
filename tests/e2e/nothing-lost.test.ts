import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";

import { signIn as owner } from "#lib/demo/demo-context";

import { expectAccessible } from "./accessible.ts";
import { signIn } from "./brand.ts";
import { aVisitor } from "./browser.ts";
import { backAndForward } from "./leaving.ts";
import { startSample } from "./product.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("en");

test("what is typed survives leaving at once, and of two edits neither is lost", async () => {
  const sample = await startSample();
  onTestFinished(sample.stop);
  const visitor = await aVisitor(sample.address, { locale: "en", theme: "light" });
  onTestFinished(visitor.leave);
  const { page } = visitor;
  await signIn(page, t, owner);
  await leaveAtOnce(page);
  await leaveMoment(page);
  await meet(page);
  await goBetween(page);
  expect(visitor.complaints).toEqual([]);
});

async function leaveAtOnce(page: Page): Promise<void> {
  await page.goto("/noorderwol/compose");
  await words(page).fill("Left at once");
  await page.goto("/noorderwol/today");
  await page.goto("/noorderwol/compose");
  await page.getByText(t("common.restored")).waitFor();
  await expect.poll(() => words(page).inputValue(), { timeout: 20_000 }).toBe("Left at once");
  await page.waitForURL("**/compose?post=*");
  await words(page).fill("Left by Back");
  await backAndForward(page);
  await expect.poll(() => words(page).inputValue(), { timeout: 20_000 }).toBe("Left by Back");
}

async function meet(page: Page): Promise<void> {
  await words(page).fill("Before they meet");
  await savedSign(page).waitFor();
  const second = await page.context().newPage();
  // It listens by then: what the first tab types meanwhile would be kept in this browser for both.
  await second.goto(page.url(), { waitUntil: "networkidle" });
  await fillAndSave(page, "First");
  await words(second).fill("Second");
  const both = second.getByRole("region", { name: t("compose.met.title") });
  await both.getByText("First", { exact: true }).waitFor();
  await expect.poll(() => words(second).inputValue(), { timeout: 20_000 }).toBe("Second");
  await expectAccessible(second, "the composer with two edits");
  await both.getByRole("button", { name: t("compose.met.keepMine") }).click();
  await both.waitFor({ state: "detached" });
  await savedSign(second).waitFor();
  await second.reload();
  // A copy that this browser kept is shown a moment after what the server has.
  await expect.poll(() => words(second).inputValue(), { timeout: 20_000 }).toBe("Second");
}

/** A draft has no time on the server: the one that was chosen is there on return. */
async function leaveMoment(page: Page): Promise<void> {
  const at = page.locator("input[type=datetime-local]");
  await page.goto("/noorderwol/compose");
  await fillAndSave(page, "On a day");
  await page.waitForURL("**/compose?post=*");
  await page.getByText(t("compose.chooseTime"), { exact: true }).click();
  await at.fill("2031-01-15T10:30");
  await page.goto("/noorderwol/today");
  await page.goBack();
  await expect.poll(() => at.inputValue(), { timeout: 20_000 }).toBe("2031-01-15T10:30");
  await page.reload();
  await expect.poll(() => at.inputValue(), { timeout: 20_000 }).toBe("2031-01-15T10:30");
}

/** From an open post to a new one, by links, and Back: each shows its own. */
async function goBetween(page: Page): Promise<void> {
  await page.goto("/noorderwol/compose");
  await fillAndSave(page, "One of two");
  await page.waitForURL("**/compose?post=*");
  await page.goto(page.url());
  await words(page).waitFor();
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("dialog").getByRole("combobox").fill(t("compose.title"));
  await page.keyboard.press("Enter");
  await page.waitForURL(/compose$/);
  await expect.poll(() => words(page).inputValue(), { timeout: 20_000 }).toBe("");
  await page.goBack();
  await expect.poll(() => words(page).inputValue(), { timeout: 20_000 }).toBe("One of two");
}

/** Ends once the server has it. */
async function fillAndSave(page: Page, text: string): Promise<void> {
  const answered = page.waitForResponse(
    (answer) =>
      answer.request().method() === "POST" && (answer.request().postData() ?? "").includes(text),
  );
  await words(page).fill(text);
  await answered;
}

const words = (page: Page) => page.getByRole("textbox", { name: t("compose.text"), exact: true });
/** Not the button that offers "what is saved" instead of a kept copy. */
const savedSign = (page: Page) => page.locator("output", { hasText: /saved \d/ });
