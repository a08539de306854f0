import { expect, test } from "vitest";

import { launch, somewhere } from "../start/product.ts";
import { haveOpenIdProvider } from "./have-open-id-provider.ts";
import { haveVisitor, type Page } from "./visitor.ts";

test("a provider's verified address signs in who was invited, and others are told why not", async () => {
  const { env, port } = await somewhere();
  const home = `http://localhost:${port}`;
  const provider = await haveOpenIdProvider(`${home}/api/auth/callback/oidc`);
  const product = launch(["start"], { ...env, ...provider });
  await product.says("Shoutloop is ready");
  const owner = [
    "--email",
    "ada@wol.example",
    "--name",
    "Ada",
    "--password",
    "correct horse battery",
  ];
  expect(await launch(["shoutloop", "user", "create", ...owner], env).ended).toBe(0);

  const stranger = await signInAs(home, "els");
  expect(stranger.address).toBe(`${home}/sign-in?error=not-invited`);
  expect(stranger.text).toContain("Ask the owner for an invitation first.");

  const unverified = await signInAs(home, "unverified-ada");
  expect(unverified.address).toBe(`${home}/sign-in?error=email-not-verified`);
  expect(unverified.text).toContain("has not verified your e-mail address");

  const ada = await signInAs(home, "ada");
  expect(ada.address).toBe(`${home}/ada/today`);
  expect(ada.text).not.toContain("correct horse battery");

  // The second time nothing is matched by address any more.
  expect((await signInAs(home, "ada")).address).toBe(`${home}/ada/today`);
});

/** Through the provider's own pages: name, then consent. */
async function signInAs(home: string, name: string): Promise<Page> {
  const { visit } = haveVisitor();
  const { text } = await visit(`${home}/api/auth/csrf`);
  const { csrfToken } = JSON.parse(text) as { csrfToken: string };
  const start = { csrfToken, callbackUrl: `${home}/` };
  let page = await visit(`${home}/api/auth/signin/oidc`, start);
  for (let steps = 0; steps < 4 && !page.address.startsWith(home); steps += 1) {
    const action = /action="([^"]+)"/.exec(page.text)?.[1];
    const prompt = /name="prompt" value="(\w+)"/.exec(page.text)?.[1];
    if (!action || !prompt) throw new Error(`No form at ${page.address}:\n${page.text}`);
    const answer = prompt === "login" ? { prompt, login: name, password: "any" } : { prompt };
    page = await visit(new URL(action, page.address).href, answer);
  }
  return page;
}
