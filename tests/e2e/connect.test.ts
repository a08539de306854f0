import { expect, onTestFinished, test } from "vitest";

import type { Locale } from "#lib/i18n/locale";

import { startMastodonServer } from "../networks/mastodon/server.ts";
import { findingsInBothThemes } from "./accessible.ts";
import { setUp } from "./brand.ts";
import { aVisitor } from "./browser.ts";
import { connected, goThere, leave, press, serverField } from "./mastodon.ts";
import { startProduct } from "./product.ts";
import { tooWide } from "./too-wide.ts";
import { wordsOf } from "./words.ts";

test.each<Locale>(["en", "nl"])(
  "an account is connected on the network's own page, refused, signed in again: in %s",
  async (locale) => {
    const { page, server, t, complaints } = await aShop(locale);
    const wrong: string[] = [];
    const look = async (name: string) => {
      wrong.push(...(await findingsInBothThemes(page, name)), ...(await tooWide(page, name)));
    };

    await leave(page, t, "http://127.0.0.1:1");
    await page.getByText(t("connect.failures.unreachable")).waitFor();
    await look("a server that does not answer");
    expect(await serverField(page, t).inputValue()).toBe("http://127.0.0.1:1");

    await leave(page, t, server.url);
    await press(page, "Deny");
    await page.getByText(t("refusals.sign-in-denied", { network: "Mastodon" })).waitFor();
    await look("back with a no");
    expect(await serverField(page, t).inputValue()).toBe(server.url);

    await leave(page, t, server.url);
    await press(page, "Authorize", "Noorderwol");
    await page.getByText(connected(t, server.url)).waitFor();
    await look("connected");

    await page.getByRole("button", { name: t("accounts.check") }).click();
    const handle = `noorderwol@${new URL(server.url).host}`;
    await page.getByRole("list", { name: t("accounts.checkResult", { handle }) }).waitFor();
    await look("checked");
    server.world.tokens.clear();
    await page.getByRole("button", { name: t("accounts.check") }).click();
    await page.getByRole("link", { name: t("accounts.reconnect") }).click();
    const again = page.locator("#again-mastodon");
    await again.getByRole("button", { name: goThere(t) }).click();
    await press(page, "Authorize", "Anna");
    const other = { network: "Mastodon", expected: handle };
    await page
      .getByText(
        t("refusals.another-account", { ...other, came: `anna@${new URL(server.url).host}` }),
      )
      .waitFor();
    await look("back as somebody else");
    await again.getByRole("button", { name: goThere(t) }).click();
    await press(page, "Authorize", "Noorderwol");
    await page.getByText(connected(t, server.url)).waitFor();
    expect(await page.getByText(t("accounts.health.fine"), { exact: true }).count()).toBe(1);
    expect(wrong).toEqual([]);
    expect(complaints).toEqual([]);
  },
);

test("without script, and with a session that ended while one was away", async () => {
  const { page, server, t } = await aShop("en");
  const browser = page.context().browser();
  if (!browser) throw new Error("No browser.");
  const context = await browser.newContext({
    baseURL: new URL(page.url()).origin,
    storageState: await page.context().storageState(),
    javaScriptEnabled: false,
  });
  const plain = await context.newPage();
  await plain.goto("/noorderwol/accounts");
  await leave(plain, t, server.url);
  const session = await context.cookies();
  await context.clearCookies();
  await press(plain, "Authorize", "Noorderwol");
  await plain.getByText(t("connect.returned.title")).waitFor();
  await context.addCookies(session);
  await plain.getByRole("link", { name: t("connect.returned.goOn") }).click();
  await plain.getByText(connected(t, server.url)).waitFor();

  await plain.getByRole("button", { name: t("connect.practice.start") }).click();
  await plain.getByText(t("connect.connected"), { exact: true }).waitFor();
  await plain.goto("/api/connect/callback?state=invented&code=x");
  await plain.getByText(t("refusals.sign-in-unknown")).waitFor();
});

async function aShop(locale: Locale) {
  const server = await startMastodonServer();
  onTestFinished(server.stop);
  for (const name of ["Noorderwol", "Anna"]) server.join(name);
  const product = await startProduct("start", { ALLOW_PRIVATE_HOSTS: "127.0.0.1" });
  onTestFinished(product.stop);
  const visitor = await aVisitor(product.address, { locale, theme: "light" });
  onTestFinished(visitor.leave);
  const { page, complaints } = visitor;
  const t = wordsOf(locale);
  await page.goto("/");
  await setUp(page, t);
  return { server, page, t, complaints };
}
