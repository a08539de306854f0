import { expect, test } from "vitest";

import * as wire from "#lib/networks/linkedin/wire";

import { examples } from "./examples.ts";
import * as shapes from "./shapes.ts";

test.each(examples)("$what is as LinkedIn's page shows it ($page)", ({ shape, value }) => {
  expect(shape.safeParse(value).error).toBeUndefined();
});

test.each(examples)("$what with a field that no page knows is refused", ({ shape, value }) => {
  if (shape === shapes.organization) return expect(shape.safeParse(value).success).toBe(true);
  expect(shape.safeParse({ ...(value as object), surprise: true }).success).toBe(false);
});

test.each([
  ["where to upload", wire.uploadAnswer],
  ["a page", wire.organization],
  ["who signed in", wire.userInfo],
])("the connector reads %s", (what, reader) => {
  expect(reader.safeParse(valueOf(what)).error).toBeUndefined();
});

test.each([
  ["a page's posts", wire.posts],
  ["the comments under a post", wire.comments],
  ["the reactions to a post", wire.reactions],
  ["news of a page", wire.notifications],
  ["counts of a page's posts", wire.statistics],
  ["roles at pages", wire.roles],
])("the connector reads every entry of %s, and goes on past a strange one", (what, reader) => {
  const list = valueOf(what) as { elements: unknown[] };
  const elements = [{ strange: true }, ...list.elements];
  expect(reader.parse({ ...list, elements }).elements).toHaveLength(1);
});

function valueOf(what: string): unknown {
  const found = examples.find((example) => example.what === what);
  if (!found) throw new Error(`No example of ${what}.`);
  return found.value;
}
