import type { SessionProblem } from "../accounts/with-session.ts";
import type {
  PrepareOutcome,
  PublishOutcome,
  ReconcileOutcome,
} from "../networks/contract/outcome.ts";
import type { JsonObject } from "../networks/contract/remote.ts";
import type { Resolved } from "./resolution.ts";

/** Everything that can happen to a delivery; `transition` says where each event takes it. */
export type DeliveryEvent = CompletedStep | EngineEvent | PersonEvent;
export type EventType = DeliveryEvent["type"];

/** What the network answered to a step that a worker took. */
export type CompletedStep =
  | { readonly type: "prepare"; readonly outcome: PrepareAnswer }
  | { readonly type: "publish"; readonly outcome: PublishAnswer }
  | { readonly type: "reconcile"; readonly outcome: ReconcileAnswer };

/** What the engine does with it, or finds out about it. */
export type EngineEvent =
  /** A worker takes it, to send it or to ask for it. With a request that was made before, it leaves at once. */
  | {
      readonly type: "claim";
      readonly workerId: string;
      readonly purpose: "send" | "reconcile";
      readonly request?: JsonObject | undefined;
    }
  /** It is about to leave: from this commit on, silence means doubt. */
  | { readonly type: "intent"; readonly request: JsonObject }
  /** The worker stops before anything has left. */
  | { readonly type: "put-back" }
  /** The worker that held it is gone, or was paused for too long. */
  | { readonly type: "lease-lost" }
  /** Too late by the workspace's policy. */
  | { readonly type: "late"; readonly policy: "ask" | "skip" }
  | { readonly type: "monthly-cap" }
  | { readonly type: "account-disconnected" }
  /** People are told that it takes long. */
  | { readonly type: "alert" }
  /** The database was put back: it may have left since, and nobody here knows. */
  | { readonly type: "restored" }
  /** The same, for what was planned for later. */
  | { readonly type: "search-first" }
  /** An earlier part of its thread did not go out. */
  | { readonly type: "thread-stopped" }
  /** An earlier part of its thread goes out (again) at `at`. */
  | ({ readonly type: "thread-resumed" } & NewTime)
  /** Its row holds a state that this version does not know. */
  | { readonly type: "unreadable" };

/** What a person decides about it. */
export type PersonEvent =
  | ({ readonly type: "resolve" } & Resolved)
  /** "Leave it out" is taken back: asked again as before. */
  | {
      readonly type: "undo-resolution";
      readonly state: "needs_person" | "missed" | "failed";
      readonly reason: string | null;
    }
  /** With the rest of its thread. */
  | ({ readonly type: "move" } & NewTime)
  /** With its whole post. */
  | ({ readonly type: "reschedule" } & NewTime)
  | { readonly type: "unschedule" }
  /** What is missing went into a draft of its own. */
  | { readonly type: "rewrite"; readonly draftId: string }
  | { readonly type: "edit"; readonly text: string; readonly url: string }
  | { readonly type: "remove" };

export interface NewTime {
  readonly at: Date;
  /** Whether the network is asked before it goes out: it may be there since before a restore. */
  readonly isSearchedFirst: boolean;
}

type Answer<Outcome> = Exclude<Outcome, { kind: "expired" }> | SessionProblem;

export type PrepareAnswer = Answer<Exclude<PrepareOutcome, { kind: "ready" }>>;
/** `stopped`: sending was stopped before a byte left. */
export type PublishAnswer = Answer<PublishOutcome> | { kind: "stopped" };
/** `spent-out`: the account may spend nothing more, and the network asks money for looking. */
export type ReconcileAnswer = Answer<ReconcileOutcome> | { kind: "spent-out"; until: Date };
