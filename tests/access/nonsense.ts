import { readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";

/** In place of an id in an address: other text than ours, other encodings than UTF-8, ways out of a folder or a header. */
export const nonsenseIds = [
  "%ff",
  "..%2f..%2f..%2fetc%2fpasswd",
  "x".repeat(5_000),
  "%F0%9F%A7%B6%E2%80%AE",
  "__proto__",
  "%0d%0aset-cookie:%20x=y",
  "'%20or%201=1--",
  "%ed%a0%80",
];

/** In place of what a page asks for behind the `?`. */
export const nonsenseValues = [
  "-1",
  "1e999",
  "2026-99-99",
  "9999999-01-01",
  "__proto__",
  "%ff",
  "%E2%80%AE%F0%9F%A7%B6",
  "x".repeat(8_000),
];

/** Bodies that no page sends to a route. */
export const nonsenseBodies: readonly { readonly type: string; readonly body: string }[] = [
  ...["null", "[]", "1", '{"url":{"then":1}}', '{"url":["a"]}', '{"__proto__":{}}', "{", ""].map(
    (body) => ({ type: "application/json", body }),
  ),
  { type: "application/json", body: "[".repeat(30_000) },
  { type: "multipart/form-data; boundary=x", body: "--x\r\nno form\r\n" },
  { type: "multipart/form-data; boundary=x", body: "--y--" },
  { type: "multipart/form-data", body: "x" },
  { type: "application/x-www-form-urlencoded", body: "file=%ff&file[]=2" },
  { type: "text/plain", body: "\0" },
];

/** Arguments that no page sends with an action: each action has to look at its own. */
export const nonsenseArguments = [
  "[{},{}]",
  '["$@1"]',
  '[{"then":"$F1"},{"then":"x"}]',
  "[1,2]",
  // What holds itself.
  '["x",{"a":"$0"}]',
  '["x","$D2026-01-01T00:00:00.000Z"]',
  `["x",{"a":${"[".repeat(3_000)}${"]".repeat(3_000)}}]`,
];

const file = Symbol("a file");

/** The same in kinds that only a form can carry: a map, a set, a file, bytes, a form, a walk, a stream, and what is endless to read. */
export const nonsenseKinds: readonly { readonly headers: Record<string, string>; body: string }[] =
  [
    formOf({ 1: '[["a",1]]', 0: '["x","$Q1"]' }),
    formOf({ 1: "[1,2]", 0: '["x",{"a":"$W1"}]' }),
    formOf({ 1: file, 0: '["x",{"a":"$B1"}]' }),
    formOf({ 1: file, 0: '["x",{"a":"$A1"}]' }),
    formOf({ "1_a": "x", 0: '["x","$K1"]' }),
    formOf({ 1: "[1,2]", 0: '["x",{"a":"$i1"}]' }),
    formOf({ 0: '["x",{"a":"$R1"}]' }),
    formOf({ 1: '{"a":1}', 0: '["x",{"a":"$@1"}]' }),
    formOf({
      ...Object.fromEntries(
        Array.from({ length: 12 }, (_, at) => [
          at + 1,
          `[${`"$${at + 2}",`.repeat(9)}"$${at + 2}"]`,
        ]),
      ),
      13: '"x"',
      0: '["x",{"a":"$1"}]',
    }),
  ];

function formOf(parts: Readonly<Record<string, string | typeof file>>) {
  const boundary = "----nonsense";
  const body = Object.entries(parts)
    // What others name comes first: the arguments are read as soon as they are there.
    .toSorted(([one], [other]) => Number(one === "0") - Number(other === "0"))
    .map(([name, value]) => {
      const kind = value === file ? '; filename="x"\r\ncontent-type: text/plain' : "";
      const text = value === file ? "abcdabcd" : String(value);
      return `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${kind}\r\n\r\n${text}\r\n`;
    })
    .join("");
  const headers = { "content-type": `multipart/form-data; boundary=${boundary}` };
  return { headers, body: `${body}--${boundary}--\r\n` };
}

/** What can be no arguments at all, whichever action it is for. */
export const unreadableArguments = [
  '["$@0",{"then":"$0:constructor:constructor"}]',
  "not json",
  "",
  `${"[".repeat(20_000)}${"]".repeat(20_000)}`,
  '["$1:__proto__:then","$Q1"]',
];

/** What a page or a route may be asked with, read from what stands in its folder: also what is added tomorrow. */
export function askedWith(file: string): string[] {
  const folder = dirname(file);
  const sources = readdirSync(folder)
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(`${folder}/${name}`, "utf8"));
  const named = /(?:^\s*(?:readonly )?|[{;] )(\w+)\?: string|\bget(?:All)?\("(\w+)"\)/gm;
  return [...sources.join("\n").matchAll(named)].map(([, one, two]) => one ?? two ?? "");
}
