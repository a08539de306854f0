import type { Page } from "playwright-core";

import { quantile } from "../bench/quantile.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("en");

interface Times {
  readonly p50: number;
  readonly p95: number;
}

/** From a keystroke in the composer until this browser has a copy, and until the server has it. */
export async function untilKept(
  page: Page,
  keystrokes: number,
): Promise<{ copied: Times; saved: Times }> {
  await page.addInitScript(listen);
  await page.goto("/noorderwol/compose");
  const text = page.getByRole("textbox", { name: t("compose.text"), exact: true });
  await text.fill("Typed");
  await page.waitForURL("**/compose?post=*");
  const copied: number[] = [];
  const saved: number[] = [];
  for (let turn = 0; turn < keystrokes; turn += 1) {
    await page.evaluate(() => (window.kept = {}));
    await text.press("End");
    await text.press("a");
    await page.waitForFunction(() => window.kept?.savedAt !== undefined);
    const { typedAt = 0, copiedAt = Infinity, savedAt = Infinity } = await keptBy(page);
    copied.push(copiedAt - typedAt);
    saved.push(savedAt - typedAt);
  }
  return { copied: timesOf(copied), saved: timesOf(saved) };
}

interface Kept {
  typedAt?: number;
  copiedAt?: number;
  savedAt?: number;
}

declare global {
  interface Window {
    kept?: Kept;
  }
}

function keptBy(page: Page): Promise<Kept> {
  return page.evaluate(() => window.kept ?? {});
}

/** Runs in the page: notes the moments that count. */
function listen(): void {
  addEventListener("input", () => (window.kept = { typedAt: performance.now() }), true);
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function copying(key: string, value: string) {
    setItem.call(this, key, value);
    if (window.kept) window.kept.copiedAt ??= performance.now();
  };
  const ask = window.fetch;
  window.fetch = async (...asked: Parameters<typeof ask>) => {
    const answer = await ask(...asked);
    const isAction = new Headers(asked[1]?.headers).has("next-action");
    if (isAction && window.kept?.typedAt) window.kept.savedAt ??= performance.now();
    return answer;
  };
}

function timesOf(all: readonly number[]): Times {
  const rounded = (share: number) => Math.round(quantile([...all], share) * 10) / 10;
  return { p50: rounded(0.5), p95: rounded(0.95) };
}
