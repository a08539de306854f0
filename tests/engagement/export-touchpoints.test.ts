import { expect, test } from "vitest";

import { exportTouchpoints } from "#lib/engagement/export-touchpoints";
import { importTouchpoints } from "#lib/engagement/import-touchpoints";
import { listTouchpoints } from "#lib/engagement/list-touchpoints";
import { csvCell } from "#lib/lists/csv-cell";

import { haveWorkspace } from "../support/factories.ts";
import { textOfStream } from "../support/text-of-stream.ts";

test("what is exported can be imported again, and runs in no spreadsheet", async () => {
  const ctx = await haveWorkspace();
  const csv = `person,type,at,text\n"=HYPERLINK(""x"")",order,2026-02-01,"-1, +2"`;
  await importTouchpoints(ctx, { csv, isPreview: false });
  const exported = await textOfStream(exportTouchpoints(ctx));
  expect(exported).toContain(`"'=HYPERLINK(""x"")",,other,order,2026-02-01T12:00,"'-1, +2",,,`);
});

test("that somebody answered another is in the export, and holds when it is read elsewhere", async () => {
  const ctx = await haveWorkspace();
  const csv = `person,type,at,channel,text,answers
Mara,reply,2026-02-01,forum,Turn the screw to the left,Joost
Mara,reply,2026-02-02,forum,And then it fits,Mara`;
  await importTouchpoints(ctx, { csv, isPreview: false });
  const exported = await textOfStream(exportTouchpoints(ctx));
  const elsewhere = await haveWorkspace();
  await importTouchpoints(elsewhere, { csv: exported, isPreview: false });
  const { touchpoints } = await listTouchpoints(elsewhere);
  const answers = touchpoints.map(({ touchpoint }) => [
    touchpoint.text,
    touchpoint.isAnswerToOther,
  ]);
  expect(Object.fromEntries(answers)).toEqual({
    "Turn the screw to the left": true,
    "And then it fits": false,
  });
  expect(await textOfStream(exportTouchpoints(elsewhere))).toBe(exported);
});

test.each([
  ["=1+1", "'=1+1"],
  ["+31 6", "'+31 6"],
  ["-x", "'-x"],
  ["@mara", "'@mara"],
  ["\t=1", "'\t=1"],
  ["\r=1", `"'\r=1"`],
  ["\0=1", "'\0=1"],
  ["\u200B=1", "'\u200B=1"],
  ["\uFEFF\u202E @x", "'\uFEFF\u202E @x"],
  ["＝1", "'＝1"],
  ["＋1", "'＋1"],
  ["－1", "'－1"],
  ["＠x", "'＠x"],
  ["\tplain", "'\tplain"],
  ["a,b", '"a,b"'],
  [5, "5"],
  [null, ""],
])("the cell %j is written %j", (value, written) => {
  expect(csvCell(value)).toBe(written);
});
