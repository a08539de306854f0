import { expect, test } from "vitest";

import { beginnings, isFoundBy, readSearch, searchTokens } from "#lib/search/search-words";

test.each([
  ["ZOË ÉLODIE van Dijk", "zoë"],
  ["ZOË ÉLODIE van Dijk", "Elodie van"],
  ["Élodie Ångström", "angstrom"],
  ["Élodie Ångström", "ÅNGSTRÖM élodie"],
  ["Onze herfstsjaals zijn er", "sjaal"],
  ["@mara.example.social", "mara.exam"],
  ["Ans O’Proef", "o'proef"],
  ["Wol 🧶 en garen", "🧶"],
  ["Bestelling 10012", "1001"],
  ["田中太郎", "太郎"],
  ["Иван Петров", "ПЕТРОВ"],
])("%s is found by %s", (text, search) => {
  expect(isFoundBy(text, readSearch(search))).toBe(true);
});

test.each([
  ["Zoë van Dijk", "zoe jansen"],
  ["per_cent", "per%c"],
  ["sjaal", "als"],
])("%s is not found by %s", (text, search) => {
  expect(isFoundBy(text, readSearch(search))).toBe(false);
});

test("nothing that an engine could take for a sign of its own is ever asked", () => {
  expect(readSearch(`"a*' OR 1=1 -- \\ : & | ! (b) NEAR/2 ^c`).words).toEqual(["or", "near"]);
  expect(searchTokens("\u0000 \uFFFF '\"")).toEqual([]);
});

test("whatever is found by a look is found by the index, too", () => {
  const texts = ["Joost st.example", "per_cent", "Ans O’Proef", "herfstsjaal", "Élodie Ångström"];
  for (const text of texts)
    for (const search of ["st.exam", "per_c", "o'pro", "sjaal", "elo ANG", "t.ex"]) {
      const asked = readSearch(search);
      const tokens = searchTokens(text);
      const isIndexed = asked.words.every((word) => tokens.some((one) => one.startsWith(word)));
      if (isFoundBy(text, asked)) expect(`${text} by ${search}: ${isIndexed}`).toMatch(/true$/);
    }
});

test("a suggestion begins a word", () => {
  expect(beginnings(readSearch("ma"))("emma.example Emma")).toBe(false);
  expect(beginnings(readSearch("ma"))("joost.example Joost Mäaskant")).toBe(true);
});

test("however long a text is, what is kept of it is bounded", () => {
  const words = Array.from({ length: 60_000 }, (_, index) => `woord${index}`).join(" ");
  expect(searchTokens(words).length).toBeLessThan(20_100);
  expect(searchTokens("a".repeat(10_000)).length).toBe(39);
});
