import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";

import type { Theme } from "./browser.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** Nothing for axe to find on what is on the screen now, dialogs included. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  const found = await findings(page);
  expect.soft(found, `axe on ${where}`).toEqual([]);
}

/** The same in both themes, for a person who leaves the theme to their system. */
export async function findingsInBothThemes(page: Page, where: string): Promise<string[]> {
  await wear(page, "light");
  const light = await findings(page);
  await wear(page, "dark");
  // Only colours differ by theme.
  const dark = await findings(page, ["color-contrast", "link-in-text-block"]);
  return [...light, ...dark.map((one) => `dark: ${one}`)].map((one) => `${where}: ${one}`);
}

async function wear(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await page.locator(theme === "dark" ? "html.dark" : "html:not(.dark)").waitFor();
}

async function findings(page: Page, only?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (only ? axe.withRules(only) : axe.withTags(rules)).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}) at ${node.target.join(" ")}: ${node.html.slice(0, 160)}`),
  );
}
