import { expect, test } from "vitest";

import { fakeNetwork } from "../support/fake-network.ts";
import { haveAccount } from "../support/have-account.ts";
import { putUp } from "../support/test-networks.ts";
import { refusalIn, twoWorkspaces } from "./two-workspaces.ts";

test("options and how a post was made are given, changed and taken back by commands", async () => {
  const { run, ours } = await twoWorkspaces();
  putUp({
    ...fakeNetwork().connector,
    postOptions: [
      { key: "title", kind: "text", max: 20 },
      { key: "quiet", kind: "flag" },
    ],
  });
  const { id: account } = await haveAccount(ours);
  const content = ["--text", "Wol", "--account", "ada.example", "--stage", "awareness"];
  const chosen = ["--option", "ada.example:title=a=b: c", "--option", `${account}:quiet=yes`];
  const made: { id: string } = (
    await run(["post", "draft", ...content, ...chosen, "--ai", "assisted", "--paid", "--json"])
  ).json();
  const shown = async () => (await run(["post", "show", made.id, "--json"])).json();
  expect(await shown()).toMatchObject({
    options: { [account]: { title: "a=b: c", quiet: true } },
    disclosure: { ai: "assisted", isPaid: true },
  });

  await run(["post", "edit", made.id, "--option", "ada.example:quiet=no", "--json"]);
  expect(await shown()).toMatchObject({
    options: { [account]: { title: "a=b: c" } },
    disclosure: { ai: "assisted", isPaid: true },
  });
  await run(["post", "edit", made.id, "--option", "ada.example:title=", "--json"]);
  expect(await shown()).toMatchObject({ options: {} });

  const [how, paid] = [["--ai", "generated"], ["--paid"]];
  const next = async (first: string[], then: string[]) => {
    const { id } = (
      await run(["post", "draft", ...content, ...first, "--json"])
    ).json() as typeof made;
    await run(["post", "edit", id, ...then, "--json"]);
    return (await run(["post", "show", id, "--json"])).json();
  };
  const both = { disclosure: { ai: "generated", isPaid: true } };
  expect(await next(how, paid)).toMatchObject(both);
  expect(await next(paid, how)).toMatchObject(both);
  expect(await next(["--ai", "assisted", ...paid], how)).toMatchObject(both);

  const refusals = [
    [["--option", "title"], "bad-option"],
    [["--option", "ada.example:size=4"], "unknown-option"],
    [["--option", "nobody:title=x"], "unknown-account"],
  ] as const;
  for (const [args, refusal] of refusals) {
    const said = await run(["post", "edit", made.id, ...args, "--json"]);
    expect(refusalIn(said).refusal, args.join(" ")).toBe(refusal);
  }
  const late = ["post", "schedule", ...content, "--now", "--json"];
  expect(
    refusalIn(await run([...late, "--option", "ada.example:title=Twintig tekens en nog wat"])),
  ).toMatchObject({ refusal: "post-option-too-long" });
});
