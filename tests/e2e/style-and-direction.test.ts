import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";

import { signIn as owner } from "#lib/demo/demo-context";

import { signIn } from "./brand.ts";
import { aVisitor } from "./browser.ts";
import { everyPage } from "./every-page.ts";
import { type Product, startSample } from "./product.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("en");

let sample: Product;
beforeAll(async () => {
  sample = await startSample();
});
afterAll(() => sample.stop());

test("no page is served with a style in an attribute, and none is refused one", async () => {
  const visitor = await aVisitor(sample.address, { locale: "en", theme: "light" });
  onTestFinished(visitor.leave);
  const { page } = visitor;
  await signIn(page, t, owner);
  const styled: string[] = [];
  for (const [name, address] of Object.entries(await everyPage(page))) {
    const answer = await page.goto(address);
    const found = (await answer?.text())?.match(/<[a-z]+[^>]* style="[^"]*"/g) ?? [];
    styled.push(...found.map((one) => `${name}: ${one}`));
    await page.locator("h1").first().waitFor();
  }
  expect(styled).toEqual([]);
  expect(visitor.complaints).toEqual([]);
});

test("a name from right to left leaves the words around it in their order", async () => {
  const visitor = await aVisitor(sample.address, { locale: "en", theme: "light" });
  onTestFinished(visitor.leave);
  const { page } = visitor;
  await signIn(page, t, owner);
  await page.goto("/noorderwol/people");
  await page
    .getByRole("button", { name: t("touchpoints.add.open") })
    .first()
    .click();
  await page.getByLabel(t("touchpoints.add.name"), { exact: true }).fill("שרה כהן");
  await page.getByRole("button", { name: t("touchpoints.add.submit"), exact: true }).click();
  await page.getByText(t("touchpoints.add.done")).waitFor();
  await page.getByRole("link", { name: "שרה כהן" }).first().click();
  await page.waitForURL(/people\/[^/]+$/);
  const menu = page.getByRole("button", { name: /^More for/ });
  expect(await menu.getAttribute("aria-label")).toBe("More for \u2068שרה כהן\u2069");
});
