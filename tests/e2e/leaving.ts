import type { Page } from "playwright-core";

import { signIn as owner } from "#lib/demo/demo-context";

import { signIn } from "./brand.ts";
import { type Words, wordsOf } from "./words.ts";

const t: Words = wordsOf("en");

/** Somewhere that a person types. */
export interface Place {
  readonly name: string;
  /** Comes to it by links, as people do; the field can be typed in then. */
  readonly come: (page: Page) => Promise<void>;
  /** On the page already, by whatever way: shows the field where it stands in a dialog. */
  readonly show: (page: Page) => Promise<void>;
  readonly field: (page: Page) => ReturnType<Page["locator"]>;
  readonly save: (page: Page) => Promise<void>;
  /** Every way unless told: a page keeps what is typed in it as others of its kind do. */
  readonly ways?: readonly string[];
}

const someWays = ["a link, then Back", "closing the tab", "a connection that is lost"] as const;

export const places: readonly Place[] = [
  {
    name: "a new post",
    come: (page) => page.goto("/noorderwol/compose").then(),
    show: async () => {},
    field: (page) => page.getByRole("textbox", { name: t("compose.text"), exact: true }),
    save: (page) => page.getByRole("button", { name: t("compose.saveDraft") }).click(),
  },
  {
    name: "one's own settings",
    come: (page) => page.goto("/noorderwol/settings").then(),
    show: async () => {},
    field: (page) => page.getByLabel(t("settings.name.label"), { exact: true }),
    save: (page) =>
      page
        .getByRole("button", { name: t("common.save"), exact: true })
        .first()
        .click(),
    ways: someWays,
  },
  {
    name: "a rule of their own",
    come: (page) => page.goto("/noorderwol/settings/rules/new").then(),
    show: async () => {},
    field: (page) => page.getByLabel(t("rule-settings.fields.name.label"), { exact: true }),
    save: (page) => page.getByRole("button", { name: t("common.save"), exact: true }).click(),
    ways: someWays,
  },
  {
    name: "the note about a person, in a dialog",
    come: async (page) => {
      await page.goto("/noorderwol/people");
      await page.locator("main table a, main li a").first().click();
      await page.waitForURL(/people\/[^/]+$/);
      await openNote(page);
    },
    show: openNote,
    field: (page) => page.getByLabel(t("people.edit.note")),
    save: (page) => page.getByRole("button", { name: t("people.edit.save"), exact: true }).click(),
  },
];

async function openNote(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^More for/ }).click();
  await page.getByRole("menuitem", { name: t("people.menu.edit") }).click();
}

/** A way to leave a page at once, and to come back; the page that is looked at then. */
type Way = (page: Page, place: Place) => Promise<Page>;

export const ways: Readonly<Record<string, Way>> = {
  async "another address"(page) {
    const from = page.url();
    await page.goto("/noorderwol/today");
    await page.goto(from);
    return page;
  },
  async "a link, then Back"(page) {
    // A dialog lies over the links.
    const link = page.locator("a[href$='/noorderwol/today']").first();
    await link.evaluate((element: HTMLElement) => element.click());
    await page.waitForURL("**/today");
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await page.goBack();
    return page;
  },
  async "Back, then Forward"(page) {
    await backAndForward(page);
    return page;
  },
  async "a reload"(page) {
    await page.reload();
    return page;
  },
  async "closing the tab"(page) {
    return reopened(page);
  },
  async "a session that has ended"(page, { save }) {
    await page.context().clearCookies();
    await save(page);
    await page
      .getByText(/signed out/)
      .first()
      .waitFor();
    const again = await page.context().newPage();
    await signIn(again, t, owner);
    await again.close();
    return reopened(page);
  },
  async "a connection that is lost"(page, { save, field }) {
    await page.context().setOffline(true);
    await save(page);
    await page
      .getByText(/did not answer|Not saved/)
      .first()
      .waitFor();
    if ((await field(page).inputValue()) === "") throw new Error("It went from the screen.");
    return reopened(page, () => page.context().setOffline(false));
  },
};

/**
 * The composer writes its address anew while it is left, which reads like the end of going back:
 * only the other page's address tells that it has come.
 */
export async function backAndForward(page: Page): Promise<void> {
  const from = new URL(page.url());
  await page.goBack();
  await page.waitForURL((url) => url.pathname !== from.pathname);
  await page.goForward();
}

async function reopened(page: Page, between?: () => Promise<void>): Promise<Page> {
  const [context, from] = [page.context(), page.url()];
  await page.close();
  await between?.();
  const again = await context.newPage();
  await again.goto(from);
  return again;
}
