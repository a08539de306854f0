import type { MeasureOutcome } from "../outcome.ts";
import type { Failure } from "./failure.ts";

/** Reading changes nothing, so what went wrong in between can always be asked again. */
export function unread(
  failure: Failure,
): Exclude<MeasureOutcome, { kind: "measured" | "expired" }> {
  switch (failure.kind) {
    case "reconnect":
    case "later":
    case "not-sent":
      return failure;
    case "unknown":
      return { kind: "not-sent", detail: failure.detail };
    case "refused":
      return failure.code === "account-suspended"
        ? { kind: "reconnect", detail: failure.detail }
        : { kind: "not-sent", detail: failure.detail };
  }
}
