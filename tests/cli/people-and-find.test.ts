import { expect, test } from "vitest";

import { refusalIn, twoWorkspaces } from "./two-workspaces.ts";

async function withPerson() {
  const cli = await twoWorkspaces();
  const rows = "Zoë Núñez,review,2026-02-01,website,Prachtige wol\nBart,order,2026-02-02,shop,\n";
  const file = cli.haveFile("list.csv", `person,type,at,channel,text\n${rows}`);
  await cli.run(["touchpoint", "import", file, "--json"]);
  await cli.run(["post", "draft", "--text", "Wol voor Zoë Núñez", "--json"]);
  const found: { people: { id: string; name: string }[] } = (
    await cli.run(["find", "zoe", "nunez", "--json"])
  ).json();
  return { ...cli, found, id: found.people[0]!.id };
}

test("people, posts and pages are found by words in any case and with any accents", async () => {
  const { run, there, found } = await withPerson();
  expect(found).toMatchObject({
    people: [{ name: "Zoë Núñez" }],
    posts: [{ text: "Wol voor Zoë Núñez", status: "draft" }],
  });
  const nothing = { pages: [], people: [], posts: [] };
  expect((await there(["find", "zoe", "--json"])).json()).toEqual(nothing);
  for (const words of [["%"], ["_"], ["'"], ['"'], ["* OR *"], ["NEAR(a b)"], ["x".repeat(90)]])
    expect((await run(["find", ...words, "--json"])).json()).toEqual(nothing);
});

test("only so much can be asked for", async () => {
  const { run } = await twoWorkspaces();
  for (const [args, refusal] of [
    [["wol", "--limit", "0"], "invalid-input"],
    [["wol", "--limit", "many"], "invalid-input"],
    [["wol", "--state", "lost"], "invalid-input"],
    [["wol", "--stage", "heaven"], "unknown-stage"],
    [["wol", "--account", "nobody"], "unknown-account"],
  ] as const)
    expect(refusalIn(await run(["find", ...args, "--json"])).refusal, args.join(" ")).toBe(refusal);
});

test("a person is exported whole and erased, and then there is nobody", async () => {
  const { run, id } = await withPerson();
  const exported = await run(["person", "export", id, "--json"]);
  expect(exported.json()).toMatchObject({
    rows: { persons: [{ id }], touchpoints: [{ text: "Prachtige wol" }] },
  });
  expect(JSON.parse((await run(["person", "export", id])).out)).toHaveProperty("rows");
  expect(
    refusalIn(await run(["person", "erase", id, "--published", "maybe", "--json"])),
  ).toMatchObject({ refusal: "invalid-input" });
  expect((await run(["person", "erase", id, "--json"])).json()).toMatchObject({ personId: id });
  for (const act of ["export", "erase", "show"])
    expect(refusalIn(await run(["person", act, id, "--json"]))).toMatchObject({
      refusal: "not-found",
      detail: { entity: "person", id },
    });
  expect((await run(["post", "list", "--json"])).out).not.toMatch(/Zo[eë]|N[uú]ñez/);
});

test("another workspace's person is nobody, and stays", async () => {
  const { run, there, id } = await withPerson();
  for (const act of ["export", "erase", "show"])
    for (const wrong of [id, "none", "../etc", "", "x".repeat(5_000)])
      expect(refusalIn(await there(["person", act, wrong, "--json"])).refusal).toMatch(
        /^(not-found|invalid-input)$/,
      );
  expect((await run(["person", "show", id, "--json"])).json()).toMatchObject({ name: "Zoë Núñez" });
});
