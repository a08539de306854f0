import { expect, test } from "vitest";

import { createSecrets } from "#lib/secrets/secrets";

const place = { workspaceId: "w1", rowId: "a1", column: "sealedCredentials" };
const secrets = createSecrets("one key for the whole installation, long enough");

test("what was sealed opens at its place", () => {
  expect(secrets.open(secrets.seal("tökens 🔑", place), place)).toBe("tökens 🔑");
});

test("two seals of one text differ", () => {
  expect(secrets.seal("same", place)).not.toBe(secrets.seal("same", place));
});

test.each([
  ["another workspace", { ...place, workspaceId: "w2" }],
  ["another row", { ...place, rowId: "a2" }],
  ["another column", { ...place, column: "cursor" }],
])("it does not open for %s", (_name, other) => {
  const sealed = secrets.seal("secret", place);
  expect(() => secrets.open(sealed, other)).toThrow();
});

test("a changed or cut seal does not open", () => {
  const sealed = secrets.seal("secret", place);
  const [version, iv, tag = "", text] = sealed.split(".");
  expect(() => secrets.open([version, iv, tag.slice(0, 6), text].join("."), place)).toThrow();
  expect(() => secrets.open(sealed.slice(0, -2), place)).toThrow();
  expect(() => secrets.open("nonsense", place)).toThrow("Not a sealed value");
});

test("another installation cannot open it", () => {
  const other = createSecrets("a different key for a different installation");
  expect(() => other.open(secrets.seal("secret", place), place)).toThrow();
});

test("a token of one purpose is none of another", () => {
  expect(secrets.sign("invitation", "x")).not.toBe(secrets.sign("session", "x"));
  expect(secrets.fingerprint("invitation", "x")).not.toBe(secrets.sign("invitation", "x"));
});
