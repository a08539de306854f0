import { mkdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { printable } from "#lib/cli/printable";

import { refusalIn, twoWorkspaces } from "./two-workspaces.ts";

const head = "person,type,at,channel,text\n";

test("a list is read, and what is not used of it is told beside the answer", async () => {
  const { run, haveFile } = await twoWorkspaces();
  const file = haveFile(
    "list.csv",
    `${head}Mieke,order,2026-02-01,shop,\nBart,dance,2026-02-02,shop,\n,order,2026-02-02,shop,\n`,
  );
  const said = await run(["touchpoint", "import", file, "--json"]);
  expect(said).toMatchObject({ code: 0, err: "" });
  expect(said.json()).toMatchObject({
    read: 3,
    added: 1,
    known: 0,
    refused: 2,
    problems: [
      { row: 3, code: "type-unknown", value: "dance" },
      { row: 4, code: "person-missing" },
    ],
  });
  const again = await run(["touchpoint", "import", file]);
  expect(again.code).toBe(0);
  expect(again.out).toContain("0 added, 1 known already, 2 refused");
  expect(again.out).not.toContain("dance");
  expect(again.err.split("\n")).toHaveLength(2);
  expect(again.err).toContain("dance");
});

test("a list counts in the workspace that was named alone", async () => {
  const { run, there, haveFile } = await twoWorkspaces();
  const file = haveFile("list.csv", `${head}Mieke,order,2026-02-01,shop,\n`);
  await there(["touchpoint", "import", file, "--json"]);
  expect((await run(["people", "--json"])).json()).toEqual([]);
  expect((await there(["people", "--json"])).json()).toMatchObject([{ name: "Mieke" }]);
});

test.each([
  ["Windows-1252", Buffer.from(`${head}Zo\u00EB M\u00FCller,order,2026-02-01,shop,\n`, "latin1")],
  ["UTF-16", Buffer.from(`\uFEFF${head}Zoë Müller,order,2026-02-01,shop,\n`, "utf16le")],
  ["UTF-8 with a mark", Buffer.from(`\uFEFF${head}Zoë Müller,order,2026-02-01,shop,\n`)],
])("a list in %s is read as it was written", async (_encoding, bytes) => {
  const { run, haveFile } = await twoWorkspaces();
  const said = await run(["touchpoint", "import", haveFile("list.csv", bytes), "--json"]);
  expect(said.json()).toMatchObject({ added: 1, refused: 0 });
  expect((await run(["people", "--json"])).json()).toMatchObject([{ name: "Zoë Müller" }]);
});

test("a file that is none is refused by its name, in a sentence and for scripts", async () => {
  const { run, folder, haveFile } = await twoWorkspaces();
  mkdirSync(join(folder, "folder"));
  symlinkSync("nowhere", join(folder, "broken-link.csv"));
  haveFile("empty.csv", "");
  haveFile("blank.csv", "\n\n  \n");
  haveFile("head.csv", head);
  haveFile("image.csv", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 255, 254, 0, 7]));
  for (const [file, refusal] of [
    ["absent.csv", "no-such-file"],
    ["broken-link.csv", "no-such-file"],
    ["head.csv/list.csv", "no-such-file"],
    ["folder", "file-is-folder"],
    ["/dev/zero", "file-is-pipe"],
    ["empty.csv", "csv-empty"],
    ["blank.csv", "csv-empty"],
    ["head.csv", "csv-empty"],
    ["image.csv", "csv-columns-missing"],
  ] as const) {
    const said = refusalIn(await run(["touchpoint", "import", file, "--json"]));
    expect(said.refusal, file).toBe(refusal);
    const inWords = await run(["touchpoint", "import", file]);
    expect(inWords).toMatchObject({ code: 1, out: "", err: printable(said.message) });
  }
});

test("all touchpoints go into a new file, which adds nothing when it is read in again", async () => {
  const { run, there, folder, haveFile } = await twoWorkspaces();
  // More than one page of it.
  const rows = Array.from({ length: 1_203 }, (_, n) => `Person ${n},like,2026-02-01,website,\n`);
  await run(["touchpoint", "import", haveFile("list.csv", head + rows.join("")), "--json"]);
  const said = await run(["touchpoint", "export", "all.csv", "--json"]);
  const { bytes }: { bytes: number } = said.json();
  const written = readFileSync(join(folder, "all.csv"), "utf8");
  expect(bytes).toBe(Buffer.byteLength(written));
  expect(written.trimEnd().split("\r\n")).toHaveLength(1_204);
  expect(statSync(join(folder, "all.csv")).mode & 0o777).toBe(0o600);
  expect((await run(["touchpoint", "import", "all.csv", "--json"])).json()).toMatchObject({
    added: 0,
    known: 1_203,
  });
  const [again, elsewhere] = [
    await run(["touchpoint", "export", "all.csv", "--json"]),
    await run(["touchpoint", "export", "none/all.csv", "--json"]),
  ];
  expect(refusalIn(again).refusal).toBe("file-exists");
  expect(refusalIn(elsewhere).refusal).toBe("no-such-file");
  await there(["touchpoint", "export", "theirs.csv"]);
  expect(readFileSync(join(folder, "theirs.csv"), "utf8").trimEnd().split("\r\n")).toHaveLength(1);
});
