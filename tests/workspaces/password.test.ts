import { hash } from "@node-rs/argon2";
import { expect, test } from "vitest";

import { hashPassword, isPassword } from "#lib/workspaces/password";

const [one, two] = ["wachtwoord-Zoë-één", "wachtwoord-Zoe\u0308-e\u0301e\u0301n"];

test("a password is the same however its letters are typed", async () => {
  for (const set of [one, two])
    for (const typed of [one, two])
      expect(await isPassword(typed, await hashPassword(set))).toBe(true);
  expect(await isPassword("wachtwoord-Zoe-een", await hashPassword(one))).toBe(false);
});

test("hashes of before there was one form stay valid, for either", async () => {
  for (const set of [one, two])
    for (const typed of [one, two]) expect(await isPassword(typed, await hash(set))).toBe(true);
  expect(await isPassword(one, null)).toBe(false);
});
