import { mkdirSync } from "node:fs";
import { join } from "node:path";

import type { Page } from "playwright-core";
import sharp from "sharp";

import { signIn as owner } from "#lib/demo/demo-context";

import { signIn } from "./brand.ts";
import { aVisitor, type Theme } from "./browser.ts";
import { startProduct } from "./product.ts";
import { wordsOf } from "./words.ts";

// Takes the README's pictures of the sample shop: `node tests/e2e/pictures.ts [folder]`.
const folder = process.argv[2] ?? "docs/pictures";

/** Pages of one thing are opened by the first link to one. */
const links: Record<string, { page: string; link: string; to: string }> = {
  person: {
    page: "shout-outs",
    link: "[data-suggestion] a[href*='/people/']",
    to: "/people/*",
  },
  post: { page: "journey", link: "main a[href*='/posts/']", to: "/posts/*" },
};

const written = [
  "Three questions we hear every week about wool that does not itch. It is the fibre, not the animal: under twenty microns you feel nothing.",
  "Washing it is easier than people think. Cold water, no spin, flat on a towel.",
];

const product = await startProduct("demo");
try {
  mkdirSync(folder, { recursive: true });
  await takePictures("light", [
    "compose",
    "today",
    "calendar",
    "journey",
    "shout-outs",
    "person",
    "post",
  ]);
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
  if (name === "compose") return write(page);
  const from = links[name];
  if (!from) {
    await page.goto(`/noorderwol/${name}`, { waitUntil: "networkidle" });
    return;
  }
  await page.goto(`/noorderwol/${from.page}`);
  await page.locator(from.link).first().click();
  await page.waitForURL(`**${from.to}`);
  await page.waitForLoadState("networkidle");
}

/** A thread on its way, which is also the draft that the calendar shows. */
async function write(page: Page): Promise<void> {
  await page.goto("/noorderwol/compose?stage=consideration");
  const text = page.getByRole("textbox", { name: "Text", exact: true });
  await text.fill(written.join(" "));
  await text.evaluate((field, at) => {
    if (field instanceof HTMLTextAreaElement) field.setSelectionRange(at, at);
  }, written[0]?.length ?? 0);
  await page.getByRole("button", { name: "Split here" }).click();
  await page.waitForURL("**post=*");
  await page.getByRole("button", { name: "Close" }).first().click();
  await page.evaluate(() => window.scrollTo(0, 0));
}
