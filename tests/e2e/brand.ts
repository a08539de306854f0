import type { Page } from "playwright-core";

import type { Words } from "./words.ts";

/** A brand owner's acts, by what stands on the screen. */
export async function setUp(page: Page, t: Words): Promise<void> {
  await page.getByLabel(t("set-up.workspaceName.label")).fill("Noorderwol");
  await page.getByLabel(t("set-up.name.label"), { exact: true }).fill("Sanne");
  await page.getByLabel(t("set-up.email.label")).fill("sanne@example.org");
  await page.getByLabel(t("set-up.password.label")).fill("wol en wandelen");
  await page.getByRole("button", { name: t("set-up.submit") }).click();
  await page.waitForURL("**/noorderwol/accounts");
}

export async function connectPractice(page: Page, t: Words): Promise<void> {
  await page.getByRole("button", { name: t("connect.practice.start") }).click();
  await page.getByText(t("accounts.health.fine"), { exact: true }).waitFor();
}

export async function signIn(page: Page, t: Words, who: SignIn): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel(t("sign-in.email")).fill(who.email);
  await page.getByLabel(t("sign-in.password")).fill(who.password);
  await page.getByRole("button", { name: t("sign-in.submit"), exact: true }).click();
  await page.waitForURL("**/today");
}

interface SignIn {
  email: string;
  password: string;
}

/** Writes for the only account and sends it at once; the post's own page opens. */
export async function writeAndPost(page: Page, t: Words, text: string): Promise<void> {
  await page.goto("/noorderwol/compose");
  const account = page.getByRole("checkbox").first();
  if (!(await account.isChecked())) await account.check();
  await page.locator("label", { hasText: t("stages.awareness.name") }).click();
  await page.getByRole("textbox", { name: t("compose.text"), exact: true }).fill(text);
  await postNow(page, t);
}

export async function postNow(page: Page, t: Words): Promise<void> {
  await page.getByRole("button", { name: t("compose.postNow") }).click();
  await page.waitForURL("**/posts/*");
}

/** Looks again every second until it is there. */
export async function lookUntil(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  const patience = AbortSignal.timeout(90_000);
  while (!(await isThere())) {
    if (patience.aborted)
      throw new Error(`It never came: ${await page.locator("main").innerText()}`);
    await page.waitForTimeout(1_000);
    await page.reload();
  }
}
