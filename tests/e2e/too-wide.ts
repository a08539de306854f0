import type { Page } from "playwright-core";

const narrow = 320;

/** What needs more than a narrow screen has. */
export async function tooWide(page: Page, where: string): Promise<string[]> {
  const before = page.viewportSize() ?? { width: 1440, height: 900 };
  await page.setViewportSize({ width: narrow, height: 640 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.setViewportSize(before);
  return width > narrow ? [`${where}: ${width} px wide on a screen of ${narrow}`] : [];
}
