import type { SessionProblem } from "../accounts/with-session.ts";
import type {
  PrepareOutcome,
  PublishOutcome,
  ReconcileOutcome,
} from "../networks/contract/outcome.ts";

/** What came of one step with a delivery. */
export type Step =
  | { phase: "prepare"; outcome: PrepareAnswer }
  | { phase: "publish"; outcome: PublishAnswer }
  | { phase: "reconcile"; outcome: ReconcileAnswer }
  /** The worker that held it is gone, or was paused for too long. */
  | { phase: "lease-lost" }
  /** The database was put back: it may have left since, and nobody here knows. */
  | { phase: "restored" };

type Answer<Outcome> = Exclude<Outcome, { kind: "expired" }> | SessionProblem;

export type PrepareAnswer = Answer<Exclude<PrepareOutcome, { kind: "ready" }>>;
/** `stopped`: sending was stopped before a byte left. */
export type PublishAnswer = Answer<PublishOutcome> | { kind: "stopped" };
/** `spent-out`: the account may spend nothing more, and the network asks money for looking. */
export type ReconcileAnswer = Answer<ReconcileOutcome> | { kind: "spent-out"; until: Date };
/** A step that a worker took itself. */
export type Taken = Extract<Step, { outcome: unknown }>;
export type StepOutcome = Taken["outcome"];
