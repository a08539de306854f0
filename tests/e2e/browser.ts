import chromium from "@sparticuz/chromium";
import { type BrowserContext, chromium as playwright, type Page } from "playwright-core";

import type { Locale } from "#lib/i18n/locale";

export type Theme = "light" | "dark";

export interface Visitor {
  readonly page: Page;
  /** What the browser complained about. */
  readonly complaints: readonly string[];
  readonly leave: () => Promise<void>;
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
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args, ...quiet],
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
  return { page: await context.newPage(), complaints, leave: () => browser.close() };
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
