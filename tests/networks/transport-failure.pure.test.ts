import { expect, test } from "vitest";

import { HttpFailure } from "#lib/kernel/ports";
import { undecided, unread } from "#lib/networks/kit/read-failure";
import {
  connectFailureOf,
  failureOfTransport,
  isInconclusive,
} from "#lib/networks/kit/transport-failure";

const detail = "what the network said";

test("without an answer, only a request that never left is sure to have done nothing", () => {
  const never = new HttpFailure("unreachable", false, "refused");
  const perhaps = new HttpFailure("timeout", true, "timed out");
  expect(failureOfTransport(never)).toMatchObject({ kind: "not-sent", detail: "refused" });
  expect(failureOfTransport(perhaps)).toEqual({ kind: "unknown", detail: "timed out" });
});

test("only a refusal in so many words says that nothing was done", () => {
  expect([302, 408, 500, 503].map(isInconclusive)).toEqual([true, true, true, true]);
  expect([400, 401, 404, 422, 429].map(isInconclusive)).toEqual(Array(5).fill(false));
});

test("who named an address hears what is wrong with it", () => {
  expect(connectFailureOf("not-found")).toBe("not-found");
  expect(connectFailureOf("private-address")).toBe("private-address");
  expect(connectFailureOf("reset")).toBe("unreachable");
});

test.each([
  [{ kind: "expired" }, "expired", "expired"],
  [{ kind: "reconnect", detail }, "reconnect", "reconnect"],
  [{ kind: "later", detail, retryAt: new Date(0) }, "later", "later"],
  [{ kind: "not-sent", detail }, "not-sent", "unknown"],
  [{ kind: "unknown", detail }, "not-sent", "unknown"],
  [{ kind: "out-of-credit", detail }, "not-sent", "unknown"],
  [{ kind: "refused", code: "invalid", detail }, "not-sent", "unknown"],
  [{ kind: "refused", code: "account-suspended", detail }, "reconnect", "reconnect"],
] as const)("%j: the reading is told as %s, the look for a post as %s", (failure, read, looked) => {
  expect(unread(failure).kind).toBe(read);
  expect(undecided(failure).kind).toBe(looked);
});
