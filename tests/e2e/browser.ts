import chromium from "@sparticuz/chromium";
import { type BrowserContext, chromium as playwright, type Page } from "playwright-core";
import type { TestContext } from "vitest";

import type { Locale } from "#lib/i18n/locale";

export type Theme = "light" | "dark";

export interface Visitor {
  readonly page: Page;
  /** What the browser complained about. */
  readonly complaints: readonly string[];
  /** After a test that failed it is told where they were and what they saw. */
  readonly leave: (test?: Pick<TestContext, "task">) => Promise<void>;
}

const quiet = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Somebody at a screen of their own, who reads one language and likes it light or dark. */
export async function aVisitor(
  address: string,
  { locale, theme }: { locale: Locale; theme: Theme },
): Promise<Visitor> {
  // Each page gets a process of its own, which that package does without: several are looked at side by side.
  const args = chromium.args.filter((one) => one !== "--single-process");
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...args, ...quiet],
    headless: true,
  });
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: 1440, height: 900 },
    locale: locale === "nl" ? "nl-NL" : "en-GB",
    timezoneId: "Europe/Amsterdam",
    colorScheme: theme,
    reducedMotion: "reduce",
  });
  const complaints = listenTo(context);
  const page = await context.newPage();
  const leave: Visitor["leave"] = async (test) => {
    if (test?.task.result?.state === "fail") await tell(page, complaints);
    await browser.close();
  };
  return { page, complaints, leave };
}

async function tell(page: Page, complaints: readonly string[]): Promise<void> {
  const seen = await page.locator("body").innerText({ timeout: 5_000 }).catch(String);
  console.log(page.url(), complaints, seen);
}

function listenTo(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error")
      complaints.push(`${message.text()} (${message.page()?.url() ?? ""})`);
  });
  context.on("weberror", (wrong) => complaints.push(String(wrong.error())));
  return complaints;
}
