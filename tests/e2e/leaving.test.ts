import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";

import { signIn as owner } from "#lib/demo/demo-context";

import { signIn } from "./brand.ts";
import { aVisitor } from "./browser.ts";
import { type Place, places, ways } from "./leaving.ts";
import { type Product, startSample } from "./product.ts";
import { untilKept } from "./until-kept.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("en");
const patienceMs = 40_000;

let sample: Product;
beforeAll(async () => {
  sample = await startSample();
});
afterAll(() => sample.stop());

test.each(places)("what is typed in $name survives leaving", async (place) => {
  const visitor = await aVisitor(sample.address, { locale: "en", theme: "light" });
  onTestFinished(visitor.leave);
  await signIn(visitor.page, t, owner);
  const there: Record<string, string> = {};
  let { page } = visitor;
  const tried = place.ways ?? Object.keys(ways);
  for (const way of tried) {
    page = await freshPage(page);
    there[way] = await leaveBy(page, place, way).catch((error: Error) => error.message);
  }
  expect(there).toEqual(Object.fromEntries(tried.map((way) => [way, typedFor(way)])));
  // Without a connection a browser complains of each request.
  const own = visitor.complaints.filter((one) => !/ERR_INTERNET_DISCONNECTED/.test(one));
  expect(own).toEqual([]);
});

test("what is typed is kept within a keystroke, and saved soon after", async () => {
  const visitor = await aVisitor(sample.address, { locale: "en", theme: "light" });
  onTestFinished(visitor.leave);
  await signIn(visitor.page, t, owner);
  const { copied, saved } = await untilKept(visitor.page, 20);
  console.log("From a keystroke until it is kept, ms:", { copied, saved });
  expect([copied.p95, saved.p95].every(Number.isFinite)).toBe(true);
});

/** What the field says once somebody who left it that way is back. */
async function leaveBy(page: Page, place: Place, way: string): Promise<string> {
  await place.come(page);
  await place.field(page).fill(typedFor(way));
  const back = await ways[way]!(page, place);
  back.setDefaultTimeout(patienceMs);
  await place.show(back);
  await expect
    .poll(() => place.field(back).inputValue(), { timeout: patienceMs })
    .toBe(typedFor(way))
    .catch(() => undefined);
  const said = await place.field(back).inputValue();
  await back.close();
  return said;
}

async function freshPage(before: Page): Promise<Page> {
  await before.context().setOffline(false);
  const page = await before.context().newPage();
  page.setDefaultTimeout(patienceMs);
  await page.goto("/noorderwol/calendar");
  if (page.url().includes("sign-in")) await signIn(page, t, owner);
  // Each way begins with nothing kept.
  await page.evaluate(() => window.localStorage.clear());
  return page;
}

const typedFor = (way: string) => `Left by ${way}`;
