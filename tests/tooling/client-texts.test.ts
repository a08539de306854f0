import { expect, test } from "vitest";

import { pages, readInBrowser, sentBy } from "./client-texts.ts";

test("every page gets the texts that its components read in the browser", () => {
  const missing = pages().flatMap(({ page, layouts }) => {
    const sent = new Set(layouts.flatMap((layout) => [...(sentBy(layout) ?? [])]));
    const lacking = [...readInBrowser([page, ...layouts])].filter((name) => !sent.has(name));
    return lacking.length > 0 ? [`${page}: ${lacking.join(", ")}`] : [];
  });
  expect(missing).toEqual([]);
});

test("no texts are sent that nobody reads there", () => {
  const all = pages();
  const layouts = new Set(all.flatMap((one) => one.layouts));
  const idle = [...layouts].flatMap((layout) => {
    const below = all.filter((one) => one.layouts.includes(layout)).map(({ page }) => page);
    const read = readInBrowser([layout, ...below]);
    const unread = [...(sentBy(layout) ?? [])].filter((name) => !read.has(name));
    return unread.length > 0 ? [`${layout}: ${unread.join(", ")}`] : [];
  });
  expect(idle).toEqual([]);
});
