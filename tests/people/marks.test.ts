import { expect, test } from "vitest";

import { isMarked, likePatterns, marksOf, withoutMarks } from "#lib/people/marks";

function marks(handle: string, displayName: string, over = {}) {
  const identity = { handle, displayName, remoteId: "1", url: null, avatarUrl: null, ...over };
  return marksOf({ displayName }, [identity]);
}

test.each([
  ["mara.example", "Mara", "Thanks @mara.example!", "Thanks …!"],
  ["mara.example", "Mara", "thanks MARA.EXAMPLE, Mara", "thanks …, Mara"],
  ["mara.example", "Mara", "tamara.example stays", "tamara.example stays"],
  ["mara@wool.example", "Mara", "@mara and mara@wool.example", "… and …"],
  ["mara@wool.example", "Mara", "@mara@other.example stays", "@mara@other.example stays"],
  ["sun", "Sun", "the sun, @sun and @sunny", "the sun, … and @sunny"],
  ["x.example", "Mara Vermeer", "Mara\nVermeer and mara vermeers", "… and mara vermeers"],
  ["x.example", "Élodie Blanc", "élodie blanc.", "…."],
  ["x.example", "田中 太郎", "田中 太郎!", "…!"],
  ["x.example", "A+B (c) [d]", "see A+B (c) [d]", "see …"],
  ["x.example", "田中 太郎", "今日は田中 太郎さんと", "今日は…さんと"],
  ["x.example", "李小龍", "謝謝李小龍先生", "謝謝…先生"],
  ["x.example", "김민수", "김민수님, 고마워요", "…님, 고마워요"],
  ["x.example", "美丽", "美丽的羊毛", "美丽的羊毛"],
  ["hyphen-ui.example.nl", "H", "dank @hyphen-ui.example.nl!", "dank …!"],
  ["x.example", "Jan-Piet de Wit", "Jan‑Piet  de\u00A0Wit en JAN–PIET DE WIT", "… en …"],
  ["x.example", "José Núñez", "dag Jose\u0301 Nu\u0301n\u0303ez, JOSE NUNEZ", "dag …, …"],
  ["x.example", "Jose\u0301 Nu\u0301n\u0303ez", "dag José Núñez!", "dag …!"],
  ["x.example", "Ans O'Proef", "Ans O’Proef, ans o`proef en Ans OProef", "…, … en Ans OProef"],
  ["x.example", "Işıl İnce", "ISIL INCE en ışıl ince", "… en …"],
  ["x.example", "Fritz Groß", "FRITZ GROSS", "…"],
  ["x.example", "Mara Vermeer", "Ma\u200Bra Ver\u00ADmeer", "…"],
  ["x.example", "Mara Vermeer", "Ｍａｒａ Ｖｅｒｍｅｅｒ’s sjaal", "…’s sjaal"],
  ["x.example", "^$.|?*+()[]{}\\\\/- x", "is ^$.|?*+()[]{}\\\\/- x!", "is …!"],
])("of somebody called %s (%s): %j becomes %j", (handle, name, text, expected) => {
  expect(withoutMarks(text, marks(handle, name))).toBe(expected);
});

test("a value in which nothing is found stays the very same, whatever it is made of", () => {
  const known = marks("mara.example", "Mara Vermeer", { remoteId: "did:plc:mara" });
  const value = { at: new Date(0), parts: [{ text: "Hello", no: null, count: 3 }] };
  expect(withoutMarks(value, known)).toBe(value);
  const changed = { ...value, parts: [{ text: "did:plc:mara", no: null, count: 3 }] };
  expect(withoutMarks(changed, known)).toEqual({
    ...value,
    parts: [{ text: "…", no: null, count: 3 }],
  });
});

test("a short number on a network is nobody's mark, and no mark finds nothing", () => {
  expect(marks("", "Mara", { remoteId: "12" })).toEqual([]);
  expect(withoutMarks("12", [])).toBe("12");
  expect(likePatterns([])).toEqual([]);
});

test("the database is asked for no more patterns than find them all", () => {
  const url = "https://app.example/profile/mara.example";
  const known = marks("@mara.example", "Mara Vermeer", { url });
  expect(known).toEqual([url, "mara.example", "Mara Vermeer"].toSorted(byLength));
  expect(likePatterns(known)).toEqual(["%mara%vermeer%", "%mara%example%"]);
  expect(likePatterns(["田中 太郎"])).toEqual(["%"]);
  expect(likePatterns(["José Núñez"])).toEqual(["%jose%nunez%", "%jos%n%ez%"]);
});

function byLength(one: string, other: string): number {
  return other.length - one.length || (one < other ? -1 : 1);
}

test("an address is searched as it is written and as it is read", () => {
  const known = marks("mara.example", "Mara Vermeer");
  expect(isMarked("https://x.example/?text=%40mara.example", known)).toBe(true);
  expect(isMarked("https://x.example/?text=Mara+Vermeer", known)).toBe(true);
  expect(isMarked("https://x.example/?text=Mara%20Vermeer%E9", known)).toBe(false);
  expect(isMarked("https://x.example/?text=Mara", known)).toBe(false);
  const jose = marks("x.example", "José Núñez");
  expect(isMarked("https://x.example/?text=Jose%CC%81%20NUN%CC%83EZ", jose)).toBe(true);
  const url = "https://social.example/@maaike-proef";
  const hyphened = marks("maaike-proef@social.example", "Maaike", { url });
  expect(isMarked(`https://x.example/?to=${encodeURIComponent(url)}`, hyphened)).toBe(true);
});
