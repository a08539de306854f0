import { expect, test } from "vitest";

import { answered } from "../../app/_components/primitives/answered.ts";

test("an act is answered as it was, and a lost connection is told as one", async () => {
  const done = { ok: true, value: 7 } as const;
  expect(await answered(async () => done)).toBe(done);
  const refused = { ok: false, refusal: "in-the-past", detail: { at: "then" } } as const;
  expect(await answered(async () => refused)).toBe(refused);
  const lost = await answered(async () => {
    throw new TypeError("Failed to fetch");
  });
  expect(lost).toEqual({ ok: false, refusal: "no-connection", detail: {} });
});
