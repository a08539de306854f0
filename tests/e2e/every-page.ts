import { globSync } from "node:fs";

import type { Page } from "playwright-core";

const workspace = "/noorderwol";

/** Pages that no full workspace shows, and the test that looks at them. */
const lookedAtElsewhere = [
  "app/page.tsx", // leads on to a workspace
  "app/(public)/set-up/page.tsx", // whole-loop
  "app/(public)/sign-in/page.tsx", // before signing in
  "app/(public)/sign-in/returned/page.tsx", // leads on, open-id
  "app/(public)/invite/[token]/page.tsx", // workspaces/open-id
  "app/(public)/no-workspace/page.tsx", // access
  "app/[workspace]/accounts/choose/[signIn]/page.tsx", // first-post
  "app/[workspace]/accounts/leave/[signIn]/page.tsx", // connect
];

/** Files of pages that none of these addresses shows. */
export function pagesNotIn(addresses: readonly string[]): string[] {
  const paths = addresses.map((address) => address.split("?")[0] ?? "");
  return globSync("app/**/page.tsx").filter((file) => {
    const route = file.replace("app/", "/").replace("/page.tsx", "");
    const pattern = new RegExp(`^${route.replaceAll(/\[[^\]]+\]/gu, "[^/]+")}$`, "u");
    return !lookedAtElsewhere.includes(file) && !paths.some((path) => pattern.test(path));
  });
}

/** Every page of a workspace, by what it is called here. Those of one thing are found by the links to it. */
export async function everyPage(page: Page): Promise<Record<string, string>> {
  const post = await firstLink(page, `${workspace}/journey`, "/posts/");
  const delivery = await firstLink(page, post, "/deliveries/");
  const question = await firstLink(
    page,
    `${workspace}/needs-you`,
    "/deliveries/",
    "[data-question]",
  );
  const questionPost = await firstLink(page, question, "/posts/");
  const person = await firstLink(page, `${workspace}/shout-outs`, "/people/");
  const practice = await firstLink(page, `${workspace}/accounts`, "/practice/");
  return {
    ...fixed(),
    post,
    "post that asks": questionPost,
    delivery,
    "delivery that asks": question,
    person,
    practice,
  };
}

function fixed(): Record<string, string> {
  const own = {
    today: "today",
    "calendar, month": "calendar",
    "calendar, week": "calendar?view=week",
    "calendar, list": "calendar?view=list",
    "import of posts": "calendar/import",
    "repeating posts": "calendar/repeating",
    compose: "compose",
    deliveries: "deliveries",
    "needs you": "needs-you",
    "needs you, answered without script": "needs-you?answered=leave-out&delivery=none",
    notifications: "notifications",
    journey: "journey",
    people: "people",
    "people who may be the same": "people/same",
    import: "people/import",
    "shout-outs": "shout-outs",
    accounts: "accounts",
    settings: "settings",
    "settings of the workspace": "settings/workspace",
    "settings of stages": "settings/stages",
    "settings of rules": "settings/rules",
    "a rule": "settings/rules/price-question",
    "a new rule": "settings/rules/new",
    "settings of words": "settings/words",
    "settings of the queue": "settings/queue",
    "settings of thanks": "settings/thanks",
    "settings of publishing": "settings/publishing",
    members: "settings/members",
  };
  return Object.fromEntries(
    Object.entries(own).map(([name, address]) => [name, `${workspace}/${address}`]),
  );
}

async function firstLink(page: Page, from: string, to: string, within = "main"): Promise<string> {
  await page.goto(from);
  const link = page.locator(`${within} a[href*="${to}"]`).first();
  return (await link.getAttribute("href")) ?? "";
}
