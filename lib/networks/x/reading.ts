import type { MeasureOutcome } from "../outcome.ts";
import type { Failure } from "./failure.ts";

/** Reading changes nothing, so what went wrong in between can always be asked again. */
export function unread(failure: Failure): Exclude<MeasureOutcome, { kind: "measured" }> {
  if (isPassedOn(failure)) return failure;
  const isSuspended = failure.kind === "refused" && failure.code === "account-suspended";
  return { kind: isSuspended ? "reconnect" : "not-sent", detail: failure.detail };
}

type PassedOn = Extract<Failure, { kind: "expired" | "reconnect" | "later" | "not-sent" }>;

function isPassedOn(failure: Failure): failure is PassedOn {
  return ["expired", "reconnect", "later", "not-sent"].includes(failure.kind);
}
