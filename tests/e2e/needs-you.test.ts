import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";

import { haveMailServer, type MailServer } from "../mail/mail-server.ts";
import { startMastodonServer, type MastodonServer } from "../networks/mastodon/server.ts";
import { expectAccessible } from "./accessible.ts";
import { lookUntil, postNow, setUp, writeAndPost } from "./brand.ts";
import { aVisitor } from "./browser.ts";
import { putInDoubt } from "./doubt.ts";
import { connectMastodon } from "./mastodon.ts";
import { type Product, startProduct } from "./product.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("en");
const wrongLink = "it is on my profile";

test("a post with all that Mastodon offers; a refusal, its e-mail and another try; doubts, answered in every way", async () => {
  const shop = await aShopOnMastodon();
  await postWithOptions(shop);
  await tryAgainByEmail(shop);
  await answerDoubts(shop);
  expect(shop.complaints).toEqual([]);
});

interface Shop {
  page: Page;
  server: MastodonServer;
  mail: MailServer;
  product: Product;
  complaints: readonly string[];
}

async function aShopOnMastodon(): Promise<Shop> {
  const mail = await haveMailServer();
  const server = await startMastodonServer();
  onTestFinished(server.stop);
  server.join("Noorderwol");
  const product = await startProduct("start", {
    ALLOW_PRIVATE_HOSTS: "127.0.0.1",
    SMTP_URL: mail.url,
    MAIL_FROM: "Shoutloop <posts@example.org>",
  });
  onTestFinished(product.stop);
  const { page, complaints, leave } = await aVisitor(product.address, {
    locale: "en",
    theme: "light",
  });
  onTestFinished(leave);
  await page.goto("/");
  await setUp(page, t);
  await connectMastodon(page, t, { server: server.url, as: "Noorderwol" });
  return { page, server, mail, product, complaints };
}

async function postWithOptions({ page, server }: Shop): Promise<void> {
  const option = (key: string, values = {}) => t(`compose.options.${key}`, values);
  await page.goto("/noorderwol/compose");
  const account = page.getByRole("checkbox").first();
  if (!(await account.isChecked())) await account.check();
  await page.locator("label", { hasText: t("stages.awareness.name") }).click();
  await page.getByRole("textbox", { name: t("compose.text"), exact: true }).fill("Welke kleur?");
  await page.getByLabel(t("compose.language"), { exact: true }).selectOption("nl");
  await page.getByLabel(option("visibility")).selectOption("unlisted");
  await page.getByRole("button", { name: option("addWarning") }).click();
  await page.getByLabel(option("warning")).fill("Wol");
  await page.getByRole("button", { name: option("addPoll") }).click();
  await page.getByLabel(option("choice", { number: 1 }), { exact: true }).fill("Grijs");
  await page.getByLabel(option("choice", { number: 2 }), { exact: true }).fill("Blauw");
  await page.getByLabel(option("open")).selectOption("60");
  await page.getByLabel(option("several")).check();
  await expectAccessible(page, "the composer with poll, warning and readers");
  await postNow(page, t);
  await untilOut(page);
  const status = statusOf(server, "Welke kleur?");
  expect(status).toMatchObject({
    warning: "Wol",
    isSensitive: true,
    language: "nl",
    visibility: "unlisted",
    poll: { options: ["Grijs", "Blauw"], isMultiple: true },
  });
  const opensFor = Number(status.poll?.expiresAt) - Number(status.createdAt);
  expect(Math.round(opensFor / 60_000)).toBe(60);
  for (const shown of ["Wol", "Grijs", "Blauw"])
    await page.locator("main").getByText(shown, { exact: true }).first().waitFor();
}

async function tryAgainByEmail({ page, server, mail, product }: Shop): Promise<void> {
  const text = "Longer than the server takes now";
  const { configuration } = server.world;
  server.world.configuration = { ...configuration, maxCharacters: 10 };
  await writeAndPost(page, t, text);
  await lookUntil(page, () => page.getByText(t("delivery.titles.failed")).isVisible());
  await expect.poll(() => mail.received.length, { timeout: 60_000, interval: 250 }).toBe(1);
  const [email] = mail.received;
  const kind = { network: "Mastodon", handle: `@noorderwol@${new URL(server.url).host}` };
  expect(email?.to?.text).toBe("sanne@example.org");
  expect(email?.subject).toContain(t("notifications.kinds.failed", kind));
  expect(email?.text).toContain(text);
  const [link = ""] = email?.text?.match(/http:\S+\/deliveries\/\S+|http:\S+\/needs-you\S*/) ?? [];
  expect(link.startsWith(product.address)).toBe(true);

  server.world.configuration = configuration;
  await page.goto(link);
  await page.getByRole("button", { name: t("needs-you.give.retry") }).click();
  await page.getByText(t("needs-you.answered.send-again")).waitFor();
  await expect.poll(() => textsOn(server), { timeout: 30_000, interval: 250 }).toContain(text);
}

async function answerDoubts({ page, server, product }: Shop): Promise<void> {
  const texts = ["Which one is it?", "Where is it?", "Is it there at all?", "And without script?"];
  for (const text of texts) {
    await writeAndPost(page, t, text);
    await untilOut(page);
  }
  const [picked = "", pasted = "", again = "", plain = ""] = texts;
  const found = { ...statusOf(server, picked), url: addressOf(server, picked) };
  const at = found.createdAt.toISOString();
  const { id: remoteId, url } = found;
  putInDoubt(product.dataDir, picked, [{ remoteId, reference: null, text: picked, at, url }]);
  for (const text of [pasted, again, plain]) putInDoubt(product.dataDir, text);

  await page.goto("/noorderwol/needs-you");
  await expectAccessible(page, "what needs a person, in doubt");
  await pickCandidate(page, picked, found.url);
  await pasteLink(page, pasted, addressOf(server, pasted));
  await sendAgain(page, again);
  await pasteWithoutScript(page, plain, addressOf(server, plain));
  await page.goto("/noorderwol/needs-you");
  await page.getByText(t("needs-you.nothing")).waitFor();
  // The same key made the same post: nothing is there twice.
  expect(textsOn(server).filter((text) => text === again)).toHaveLength(1);
}

async function pickCandidate(page: Page, text: string, address: string): Promise<void> {
  const question = questionOf(page, text);
  await question.getByRole("radio", { name: text }).check();
  await answerIsThere(page, text);
  await page.getByText(t("needs-you.answered.is-there")).first().waitFor();
  await question.waitFor({ state: "detached" });
  await openDelivery(page, text);
  const there = page.getByRole("link", { name: t("delivery.seeThere", { network: "Mastodon" }) });
  expect(await there.getAttribute("href")).toBe(address);
  await page.goto("/noorderwol/needs-you");
}

async function openDelivery(page: Page, text: string): Promise<void> {
  await page.goto("/noorderwol/deliveries");
  await page.getByRole("link", { name: text }).click();
  await page.waitForURL("**/deliveries/*");
}

/** Refused first: the link stays, and what is wrong with it is said in the language of now. */
async function pasteLink(page: Page, text: string, address: string): Promise<void> {
  const field = questionOf(page, text).locator("input[name=url]");
  await field.fill(wrongLink);
  await answerIsThere(page, text);
  await page.getByText(t("refusals.not-an-address", { address: wrongLink })).waitFor();
  expect(await field.inputValue()).toBe(wrongLink);

  const dutch = wordsOf("nl");
  await page.getByRole("button", { name: "Nederlands" }).click();
  await page.getByText(dutch("refusals.not-an-address", { address: wrongLink })).waitFor();
  expect(await field.inputValue()).toBe(wrongLink);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByText(t("refusals.not-an-address", { address: wrongLink })).waitFor();

  await field.fill(address);
  await answerIsThere(page, text);
  await questionOf(page, text).waitFor({ state: "detached" });
}

async function sendAgain(page: Page, text: string): Promise<void> {
  const question = questionOf(page, text);
  await question.locator("summary", { hasText: t("needs-you.give.send-again") }).click();
  await question.getByRole("button", { name: t("needs-you.sendAllTheSame") }).click();
  await page.getByText(t("needs-you.answered.send-again")).first().waitFor();
  await question.waitFor({ state: "detached" });
  await openDelivery(page, text);
  const there = page.getByRole("link", { name: t("delivery.seeThere", { network: "Mastodon" }) });
  await lookUntil(page, () => there.isVisible());
}

async function pasteWithoutScript(page: Page, text: string, address: string): Promise<void> {
  const browser = page.context().browser();
  const context = await browser?.newContext({
    baseURL: new URL(page.url()).origin,
    storageState: await page.context().storageState(),
    javaScriptEnabled: false,
  });
  const plain = await context?.newPage();
  if (!plain) throw new Error("No browser.");
  await plain.goto("/noorderwol/needs-you");
  const field = questionOf(plain, text).locator("input[name=url]");
  await field.fill(wrongLink);
  await answerIsThere(plain, text);
  await plain.getByText(t("refusals.not-an-address", { address: wrongLink })).waitFor();
  expect(await field.inputValue()).toBe(wrongLink);
  await field.fill(address);
  await answerIsThere(plain, text);
  await plain.getByText(t("needs-you.answered.is-there")).waitFor();
}

async function answerIsThere(page: Page, text: string): Promise<void> {
  const name = t("needs-you.give.is-there");
  await questionOf(page, text).getByRole("button", { name, exact: true }).click();
}

function questionOf(page: Page, text: string) {
  return page.locator("[data-question]", { hasText: text });
}

async function untilOut(page: Page): Promise<void> {
  const there = page.getByRole("link", { name: t("calendar.post.see") });
  await lookUntil(page, () => there.isVisible());
}

function statusOf({ world }: MastodonServer, text: string) {
  const status = [...world.statuses.values()].find((one) => one.text === text);
  if (!status) throw new Error(`Nobody posted “${text}”.`);
  return status;
}

function textsOn({ world }: MastodonServer): string[] {
  return [...world.statuses.values()].map(({ text }) => text);
}

function addressOf(server: MastodonServer, text: string): string {
  return `${server.url}/@noorderwol/${statusOf(server, text).id}`;
}
