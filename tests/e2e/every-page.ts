import type { Page } from "playwright-core";

const workspace = "/noorderwol";

/** Every page of a workspace, by what it is called here. Those of one thing are found by the links to it. */
export async function everyPage(page: Page): Promise<Record<string, string>> {
  const post = await firstLink(page, "/journey", "/posts/");
  const delivery = await firstLink(page, post.replace(workspace, ""), "/deliveries/");
  const person = await firstLink(page, "/shout-outs", "/people/");
  return {
    today: `${workspace}/today`,
    "calendar, month": `${workspace}/calendar`,
    "calendar, week": `${workspace}/calendar?view=week`,
    "calendar, list": `${workspace}/calendar?view=list`,
    compose: `${workspace}/compose`,
    post,
    delivery,
    deliveries: `${workspace}/deliveries`,
    journey: `${workspace}/journey`,
    people: `${workspace}/people`,
    import: `${workspace}/people/import`,
    person,
    "shout-outs": `${workspace}/shout-outs`,
    accounts: `${workspace}/accounts`,
  };
}

async function firstLink(page: Page, from: string, to: string): Promise<string> {
  await page.goto(`${workspace}${from}`);
  const link = page.locator(`main a[href*="${to}"]`).first();
  return (await link.getAttribute("href")) ?? "";
}
