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
