import { describe, expect, test } from "vitest";
import { z } from "zod";

import { Forbidden, NotFound } from "#lib/kernel/errors";
import { ok, refused } from "#lib/kernel/result";
import { jsonResponse } from "#lib/transports/json-response";
import { catchRefusals, httpStatusOf, refusalOfError } from "#lib/transports/refusal";

const wrongInput = z.object({ limit: z.number().max(3) }).safeParse({ limit: 4 }).error;

describe("an error that says what somebody did wrong is a refusal", () => {
  test.each([
    [new NotFound("delivery", "d-1"), refused("not-found", { entity: "delivery", id: "d-1" }), 404],
    [new Forbidden("This needs the owner role."), refused("not-allowed"), 403],
    [
      wrongInput,
      refused("invalid-input", { field: "limit", code: "too_big", least: 0, most: 3, known: "" }),
      400,
    ],
  ])("%s", async (error, refusal, status) => {
    async function fail(): Promise<never> {
      throw error;
    }
    expect(refusalOfError(error)).toEqual(refusal);
    expect(await catchRefusals(fail)).toEqual(refusal);
    const response = await jsonResponse(fail);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual(refusal);
  });

  test("also where another bundle has a copy of the class", () => {
    const copy = Object.assign(new Error("No post p-1."), {
      name: "NotFound",
      entity: "post",
      id: "p-1",
    });
    expect(refusalOfError(copy)).toEqual(refused("not-found", { entity: "post", id: "p-1" }));
  });

  test("a bug stays an error", async () => {
    const bug = new TypeError("undefined is not a function");
    expect(refusalOfError(bug)).toBeUndefined();
    await expect(catchRefusals(() => Promise.reject(bug))).rejects.toBe(bug);
    await expect(jsonResponse(() => Promise.reject(bug))).rejects.toBe(bug);
  });
});

test("what was done is answered as it is, under the status of the doing", async () => {
  const made = await jsonResponse(async () => ok({ id: "m-1" }), 201);
  expect([made.status, await made.json()]).toEqual([201, { ok: true, value: { id: "m-1" } }]);
  const told = await jsonResponse(async () => refused("empty", { account: "wool" }), 201);
  expect([told.status, await told.json()]).toEqual([422, refused("empty", { account: "wool" })]);
});

test.each([
  ["signed-out", 401],
  ["too-many-attempts", 429],
  ["image-too-large", 413],
  ["in-the-past", 422],
  ["a-refusal-nobody-knows", 422],
])("%s is HTTP %d", (refusal, status) => expect(httpStatusOf(refusal)).toBe(status));
