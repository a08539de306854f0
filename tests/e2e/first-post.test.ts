import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";

import { callbackUrlOf } from "#lib/accounts/callback-url";
import { type Locale, locales } from "#lib/i18n/locale";

import { startLinkedIn } from "../networks/linkedin/server.ts";
import { startMastodonServer } from "../networks/mastodon/server.ts";
import { startThreadsServer } from "../networks/threads/server.ts";
import { freePort } from "../support/postgres-server.ts";
import { findingsInBothThemes } from "./accessible.ts";
import { postNow, setUp } from "./brand.ts";
import { aVisitor } from "./browser.ts";
import { startProduct } from "./product.ts";
import { tooWide } from "./too-wide.ts";
import { wordsOf, type Words } from "./words.ts";

/** What a person does to connect, and where the network then has the post. */
interface Newcomer {
  readonly network: string;
  readonly label: string;
  /** Answers to what the form asks, by the name of the field. */
  readonly typed: Readonly<Record<string, string>>;
  readonly chosen?: string;
  /** The button of the network's own page. */
  readonly yes: string;
  readonly posted: () => readonly string[];
}

test.each<Locale>([...locales])(
  "from Connect to the first post on each network, screens and steps: in %s",
  async (locale) => {
    const { product, newcomers } = await startAll();
    const visitor = await aVisitor(product.address, { locale, theme: "light" });
    onTestFinished(visitor.leave);
    const { page, complaints } = visitor;
    const t = wordsOf(locale);
    await page.goto("/");
    await setUp(page, t);
    const wrong: string[] = [];
    for (const newcomer of newcomers) {
      const began = performance.now();
      const look = async (name: string) => {
        const where = `${newcomer.label}, ${name}`;
        wrong.push(...(await findingsInBothThemes(page, where)), ...(await tooWide(page, where)));
      };
      await connect(page, t, newcomer, look);
      await post(page, t, newcomer);
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.log(`${newcomer.label}, ${locale}: ${seconds} s from Connect to the first post`);
    }
    expect(wrong).toEqual([]);
    expect(complaints).toEqual([]);
  },
);

async function startAll() {
  const ports = { threads: await freePort(), linkedin: await freePort() };
  const product = await startProduct("start", {
    ALLOW_PRIVATE_HOSTS: "127.0.0.1,localhost",
    THREADS_SERVER: `http://127.0.0.1:${ports.threads}`,
    LINKEDIN_SERVER: `http://127.0.0.1:${ports.linkedin}`,
  });
  onTestFinished(product.stop);
  const callbacks = [callbackUrlOf(product.address)];
  const mastodon = await startMastodonServer();
  const threads = await startThreadsServer({ port: ports.threads, callbacks });
  const linkedin = await startLinkedIn({ port: ports.linkedin, app: { callbacks } });
  for (const { stop } of [mastodon, threads, linkedin]) onTestFinished(stop);
  mastodon.join("Noorderwol");
  const secrets = ({ clientId, clientSecret }: { clientId: string; clientSecret: string }) => ({
    clientId,
    clientSecret,
  });
  const newcomers: Newcomer[] = [
    {
      network: "mastodon",
      label: "Mastodon",
      typed: { server: mastodon.url },
      yes: "Authorize",
      posted: () => [...mastodon.world.statuses.values()].map(({ text }) => text),
    },
    {
      network: "threads",
      label: "Threads",
      typed: secrets(threads.app),
      yes: "Continue",
      posted: () => threads.world.posts.map(({ text }) => text),
    },
    {
      network: "linkedin",
      label: "LinkedIn",
      typed: { ...secrets(linkedin.app), use: "pages" },
      chosen: linkedin.page.name,
      yes: "Allow",
      posted: () => linkedin.world.posts.map(({ commentary }) => commentary),
    },
  ];
  return { product, newcomers };
}

async function connect(
  page: Page,
  t: Words,
  { network, label, typed, chosen, yes }: Newcomer,
  look: (name: string) => Promise<void>,
): Promise<void> {
  await page.goto("/noorderwol/accounts");
  const entry = page.locator(`#connect-${network}`);
  await entry.locator("summary", { hasText: t("connect.open", { network: label }) }).click();
  await look("what it asks");
  for (const [name, value] of Object.entries(typed)) {
    const field = entry.locator(`[name="${name}"]`);
    if ((await field.count()) > 1)
      await entry.locator(`[name="${name}"][value="${value}"]`).check();
    else await field.fill(value);
  }
  await entry.getByRole("button", { name: t("connect.goThere", { network: label }) }).click();
  await page.getByRole("button", { name: yes }).click();
  if (chosen) {
    await page.getByRole("heading", { name: t("connect.choose.title") }).waitFor();
    await look("which account");
    await page.getByRole("checkbox", { name: chosen }).check();
    await page.getByRole("button", { name: t("connect.choose.connect") }).click();
  }
  await page.getByRole("link", { name: t("connect.nextAct") }).waitFor();
  await look("connected");
}

/** By the link that stands there once it is connected. */
async function post(page: Page, t: Words, { label, posted }: Newcomer): Promise<void> {
  const words = `Grey-blue from the dye bath, on ${label}.`;
  await page.getByRole("link", { name: t("connect.nextAct") }).click();
  await page.waitForURL("**/compose**");
  await page.locator("label", { hasText: t("stages.awareness.name") }).click();
  await page.getByRole("textbox", { name: t("compose.text"), exact: true }).fill(words);
  await postNow(page, t);
  await expect
    .poll(posted, { timeout: 60_000 })
    .toContainEqual(expect.stringContaining("dye bath"));
}
