import { mkdirSync } from "node:fs";
import { join } from "node:path";

import type { Page } from "playwright-core";
import sharp from "sharp";

import { signIn as owner } from "#lib/demo/workshop";

import { signIn } from "./brand.ts";
import { aVisitor, type Theme } from "./browser.ts";
import { startProduct } from "./product.ts";
import { wordsOf } from "./words.ts";

// Takes the README's pictures of the sample shop: `node tests/e2e/pictures.ts [folder]`.
const folder = process.argv[2] ?? "docs/pictures";

const product = await startProduct("demo");
try {
  mkdirSync(folder, { recursive: true });
  await takePictures("light", ["today", "calendar", "journey", "shout-outs", "person"]);
  await takePictures("dark", ["today"]);
} finally {
  await product.stop();
}

async function takePictures(theme: Theme, names: readonly string[]): Promise<void> {
  const { page, leave } = await aVisitor(product.address, { locale: "en", theme });
  await signIn(page, wordsOf("en"), owner);
  for (const name of names) {
    await open(page, name);
    await page.evaluate(() => document.fonts.ready);
    await withoutEmoji(page);
    const file = theme === "dark" ? `${name}-dark.png` : `${name}.png`;
    const picture = await page.screenshot({ animations: "disabled" });
    // The screens have few colours; a palette of them makes the files a third.
    await sharp(picture).png({ palette: true, effort: 10 }).toFile(join(folder, file));
    console.log(join(folder, file));
  }
  await leave();
}

/** The browser that takes the pictures has no emoji and would draw boxes. */
async function withoutEmoji(page: Page): Promise<void> {
  await page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      text.nodeValue = (text.nodeValue ?? "").replace(/ ?[\u{1F300}-\u{1FAFF}]/gu, "");
    }
  });
}

async function open(page: Page, name: string): Promise<void> {
  if (name !== "person") {
    await page.goto(`/noorderwol/${name}`, { waitUntil: "networkidle" });
    return;
  }
  await page.goto("/noorderwol/shout-outs");
  await page.locator("[data-suggestion] a[href*='/people/']").first().click();
  await page.waitForURL("**/people/*");
  await page.waitForLoadState("networkidle");
}
