import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test } from "vitest";

import { refusalIn, twoWorkspaces } from "./two-workspaces.ts";

test("posts come from a list, go into one, and an import is taken back", async () => {
  const { run } = await twoWorkspaces();
  const folder = mkdtempSync(join(tmpdir(), "shoutloop-lists-"));
  const connected = await run(["account", "connect", "practice", "--json"]);
  const { handle } = connected.json() as { handle: string };
  const file = join(folder, "posts.csv");
  writeFileSync(
    file,
    `key;datum;fase;accounts;tekst\na;5-6-2099 09:00;advocacy;${handle};Één\nb;;;;Twee`,
    "latin1",
  );
  const look = await run(["post", "import", file, "--preview", "--json"]);
  expect(look.json()).toMatchObject({ plannedCount: 1, draftCount: 1, importId: null });
  const stored = (await run(["post", "import", file, "--json"])).json() as { importId: string };
  expect((await run(["post", "import", file])).out).toContain("here already: 2");
  const out = join(folder, "out.csv");
  expect((await run(["post", "export", out])).code).toBe(0);
  expect(readFileSync(out, "utf8")).toContain(",2099-06-05T09:00,advocacy,practice:");
  expect(refusalIn(await run(["post", "export", out, "--json"])).refusal).toBe("file-exists");
  expect((await run(["post", "import", out])).out).toContain("here already: 2");
  const undone = await run(["post", "undo-import", stored.importId, "--json"]);
  expect(undone.json()).toEqual({ deletedCount: 2, keptCount: 0 });
  const again = await run(["post", "undo-import", stored.importId, "--json"]);
  expect(refusalIn(again).refusal).toBe("import-unknown");

  writeFileSync(file, "key,at,text\na,2099-02-30 10:00,x\nb,1/5/2099 10:00,y\nc,,z");
  const wrong = await run(["post", "import", file]);
  expect(wrong.code).toBe(1);
  expect(wrong.err).toContain("Row 2:");
  expect(wrong.err).toContain("Row 3:");
  expect((await run(["post", "list", "--json"])).json()).toEqual([]);
  writeFileSync(file, "key,at,text\nb,1/5/2099 10:00,y");
  const dutch = await run(["post", "import", file, "--preview", "--day-first", "--lang", "nl"]);
  expect(dutch.err).toContain("Rij 2:");
});
