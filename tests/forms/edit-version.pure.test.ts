import { expect, test } from "vitest";

import { isSameSlots, readSlots } from "../../app/[workspace]/settings/queue/slots-edit.ts";
import {
  isSameRows,
  readRows,
  takeOverStages,
} from "../../app/[workspace]/settings/stages/stage-edit.ts";
import {
  isSameDrafts,
  readDrafts,
  takeOverDrafts,
} from "../../app/[workspace]/settings/thanks/drafts-edit.ts";
import {
  type Answered,
  asEdit,
  editAfter,
  sinceAfter,
  takeOverRows,
} from "../../app/_components/primitives/edit-version.ts";

const asSaved = { version: 7, saved: [] as string[], takeOver: (value: string[]) => value };
const met = { refusal: "changed-since", detail: { version: 9 } };

test.each<[string, Answered, number]>([
  // The page is newer by now; whoever typed has not been told.
  ["a preview", {}, 5],
  ["another refusal", { refusal: "slot-twice" }, 5],
  ["no connection", { refusal: "no-connection" }, 5],
  ["who was told what changed", met, 9],
  ["who was told without a version", { refusal: "changed-since" }, 5],
  ["what was saved", { isDone: true }, 7],
])("the next try after %s", (_case, answer, since) => {
  expect(sinceAfter(answer, 5, 7)).toBe(since);
});

test("what was typed stays until it is saved, and what was typed meanwhile stays then", () => {
  const edit = { value: ["mine"], since: 5 };
  const after = (answer: Answered, sent = edit.value) =>
    editAfter(answer, edit, { ...asSaved, sent });
  expect(after({})).toEqual(edit);
  expect(after(met)).toEqual({ value: ["mine"], since: 9 });
  expect(after({ isDone: true })).toBeUndefined();
  expect(after({ isDone: true }, ["before"])).toEqual({ value: ["mine"], since: 7 });
  expect(editAfter(met, undefined, { ...asSaved, sent: undefined })).toBeUndefined();
});

test("a row that was new when it was sent is the saved one, however it is typed on", () => {
  const old = { ...sentence, key: "own-0" };
  const sent = { tone: "warm", rows: [sentence, { ...old, row: 1 }] };
  const later = { ...sentence, row: 2, text: "Later, {name}" };
  const typedOn = { ...sentence, text: "Dag, {name}!" };
  const value = { tone: "plain", rows: [later, { ...old, row: 1 }, typedOn] };
  const saved = {
    tone: "warm",
    rows: [
      { ...sentence, key: "own-1" },
      { ...old, row: 1 },
    ],
  };
  const after = (answer: Answered) => {
    const kept = { sent, version: 7, saved, takeOver: takeOverDrafts };
    return editAfter(answer, { value, since: 5 }, kept)?.value;
  };
  expect(after({ isDone: true })).toEqual({
    tone: "plain",
    rows: [later, { ...old, row: 1 }, { ...typedOn, key: "own-1" }],
  });
  // A preview, or a refusal: nothing was saved.
  for (const answer of [{}, met, { refusal: "no-connection" }])
    expect(after(answer)).toEqual(value);
  const named = { ...stage, name: "Garen" };
  const there = { ...stage, id: "new", ourName: "Wol" };
  expect(takeOverStages([named], [stage], [there])).toEqual([
    { ...named, id: "new", ourName: "Wol" },
  ]);
});

test("where somebody else's rows came in between, nothing is taken over by its place", () => {
  const rows = [{ row: 4, id: "" }];
  const give = (_row: unknown, there: { row: number; id: string }) => there;
  expect(takeOverRows(rows, rows, [{ row: 0, id: "x" }], give)).toEqual([{ row: 0, id: "x" }]);
  const more = [
    { row: 0, id: "x" },
    { row: 1, id: "y" },
  ];
  expect(takeOverRows(rows, rows, more, give)).toEqual(rows);
});

test("a copy keeps the version that it was made from", () => {
  const read = (value: unknown) => (Array.isArray(value) ? value : undefined);
  expect(asEdit({ value: [1], since: 3 }, read)).toEqual({ value: [1], since: 3 });
  for (const foreign of [null, [], "x", { value: [1] }, { value: {}, since: 3 }, { since: 3 }])
    expect(asEdit(foreign, read)).toBeUndefined();
});

const slot = { row: 0, weekday: 1, time: "09:00", stageId: null };
const sentence = { row: 0, key: "", kind: "any", language: "nl", text: "Dag {name}" } as const;
const stage = { row: 0, id: "", name: "Wol", meaning: "awareness", ourName: "" };

test.each<[string, (value: unknown) => unknown, unknown]>([
  ["slots", readSlots, { isPaused: false, rows: [slot] }],
  ["sentences", readDrafts, { tone: "warm", rows: [sentence] }],
  ["stages", readRows, [stage]],
])("a browser's copy of %s is looked at before it is believed", (_case, read, value) => {
  expect(read(JSON.parse(JSON.stringify(value)))).toEqual(value);
  const broken = JSON.stringify(value).replaceAll(/"(time|text|name)":"[^"]*"/g, '"$1":7');
  for (const foreign of [undefined, null, 7, "x", {}, [[]], [null], JSON.parse(broken)])
    expect(read(foreign)).toBeUndefined();
});

test("what was saved after all is no copy any more", () => {
  const later = { ...slot, row: 1, weekday: 3 };
  const one = { isPaused: false, rows: [slot, later] };
  expect(isSameSlots(one, { ...one, rows: [later, slot] })).toBe(true);
  expect(isSameSlots(one, { ...one, isPaused: true })).toBe(false);
  expect(isSameSlots(one, { ...one, rows: [slot] })).toBe(false);
  const drafts = { tone: "warm", rows: [sentence] };
  const saved = { tone: "warm", rows: [{ ...sentence, key: "own-1" }] };
  expect(isSameDrafts(drafts, saved)).toBe(true);
  expect(isSameDrafts(saved, drafts)).toBe(false);
  expect(isSameDrafts({ ...drafts, tone: "plain" }, saved)).toBe(false);
  expect(isSameRows([stage], [{ ...stage, id: "new" }])).toBe(true);
  expect(isSameRows([{ ...stage, name: "Garen" }], [{ ...stage, id: "new" }])).toBe(false);
});
