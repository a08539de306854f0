import type { SessionProblem } from "../accounts/with-session.ts";
import type {
  PrepareOutcome,
  PublishOutcome,
  ReconcileOutcome,
} from "../networks/contract/outcome.ts";
import type { JsonObject } from "../networks/contract/remote.ts";
import type { Resolved } from "./resolution.ts";

/** Any event of a delivery; `transition` decides the state that follows. */
export type DeliveryEvent = CompletedStep | EngineEvent | PersonEvent;
export type EventType = DeliveryEvent["type"];

/** The network's answer to a step that a worker took. */
export type CompletedStep =
  | { readonly type: "prepare"; readonly outcome: PrepareAnswer }
  | { readonly type: "publish"; readonly outcome: PublishAnswer }
  | { readonly type: "reconcile"; readonly outcome: ReconcileAnswer };

/** Events that come from the engine. */
export type EngineEvent =
  /**
   * A worker claims the delivery to send it or to ask the network for it. With a prepared request, the claim
   * also records the intent.
   */
  | {
      readonly type: "claim";
      readonly workerId: string;
      readonly purpose: "send" | "reconcile";
      readonly request?: JsonObject | undefined;
    }
  /** The request is about to leave. From this commit on, a missing answer puts the delivery in doubt. */
  | { readonly type: "intent"; readonly request: JsonObject }
  /** The worker stops before the request has left. */
  | { readonly type: "put-back" }
  /** The worker that held the lease is gone or was paused for too long. */
  | { readonly type: "lease-lost" }
  /** The delivery is too late by the workspace's policy. */
  | { readonly type: "late"; readonly policy: "ask" | "skip" }
  | { readonly type: "monthly-cap" }
  | { readonly type: "account-disconnected" }
  /** People are notified that the delivery takes long. */
  | { readonly type: "alert" }
  /** The database was restored from a copy: the delivery may have been sent since that copy was made. */
  | { readonly type: "restored" }
  /** Like `restored`, for deliveries that are planned for later. */
  | { readonly type: "search-first" }
  /** An earlier part of the thread was not published. */
  | { readonly type: "thread-stopped" }
  /** An earlier part of the thread is to be sent at `at`, possibly for the second time. */
  | ({ readonly type: "thread-resumed" } & NewTime)
  /** The row contains a state that this version does not know. */
  | { readonly type: "unreadable" };

/** Events that come from a person's decision. */
export type PersonEvent =
  | ({ readonly type: "resolve" } & Resolved)
  /** Reverts "leave it out": the question is open again. */
  | {
      readonly type: "undo-resolution";
      readonly state: "needs_person" | "missed" | "failed";
      readonly reason: string | null;
    }
  /** Moves the delivery together with the later parts of its thread. */
  | ({ readonly type: "move" } & NewTime)
  /** Moves the delivery together with its whole post. */
  | ({ readonly type: "reschedule" } & NewTime)
  | { readonly type: "unschedule" }
  /** The content that was not published went into a new draft. */
  | { readonly type: "rewrite"; readonly draftId: string }
  | { readonly type: "edit"; readonly text: string; readonly url: string }
  | { readonly type: "remove" };

export interface NewTime {
  readonly at: Date;
  /** Whether the network is searched before sending, because the post may have been sent before a restore. */
  readonly isSearchedFirst: boolean;
}

type Answer<Outcome> = Exclude<Outcome, { kind: "expired" }> | SessionProblem;

export type PrepareAnswer = Answer<Exclude<PrepareOutcome, { kind: "ready" }>>;
/** `stopped`: sending was stopped before the request left. */
export type PublishAnswer = Answer<PublishOutcome> | { kind: "stopped" };
/** `spent-out`: the account's spending limit is reached and the network charges for the search. */
export type ReconcileAnswer = Answer<ReconcileOutcome> | { kind: "spent-out"; until: Date };
