import type { ConnectFailure, ConnectOutcome } from "../contract/connect-outcome.ts";
import { connectFailureOf } from "../kit/transport-failure.ts";
import type { Failure } from "./failure.ts";

type Refused = Extract<ConnectOutcome, { kind: "refused" }>;

export function refused(code: ConnectFailure, field: string, detail: string): Refused {
  return { kind: "refused", code, field, detail };
}

/** Returns why no account could be connected, for the connect form. */
export function refusalOf(failure: Failure): Refused {
  return refused(codeOf(failure), "server", failure.detail);
}

function codeOf(failure: Failure): ConnectFailure {
  switch (failure.kind) {
    case "later":
      return "too-many-attempts";
    case "reconnect":
      return "wrong-credentials";
    case "refused":
      return failure.code === "account-suspended" ? "suspended" : "not-this-network";
    case "not-sent":
      return connectFailureOf(failure.reason ?? "unreachable");
    case "unknown":
      return failure.isUnreadable ? "not-this-network" : "unreachable";
  }
}
