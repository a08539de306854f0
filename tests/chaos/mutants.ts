import type { Kind } from "./network/kinds.ts";
import type { Point } from "./points.ts";
import type { Blows } from "./setting.ts";

/** A text of the product that is replaced while a worker loads it. */
export interface Edit {
  readonly file: string;
  readonly text: string;
  readonly replacement: string;
}

export interface Mutant {
  readonly name: string;
  readonly says: string;
  /** Where only several workers at once show it. */
  readonly engine?: "postgres";
  /** Only on accounts of these classes, where those alone show it. */
  readonly classes?: readonly Kind[];
  /** Where foul weather alone does not show it. */
  readonly blows?: Blows;
  readonly at?: Point;
  readonly edits: readonly Edit[];
}

/** Bugs that somebody might well write. The harness must see every one of them. */
export const mutants: readonly Mutant[] = [
  {
    name: "no-settle",
    says: "asks at once whether an unanswered post is there, and believes a no",
    edits: [
      {
        file: "lib/deliveries/change.ts",
        text: "dueAt: addMs(since, rule.settleMs),",
        replacement: "dueAt: since,",
      },
      {
        file: "lib/deliveries/after-reconcile.ts",
        text: "return settled && now < settled",
        replacement: "return settled && false",
      },
    ],
  },
  {
    name: "crashed-send-scheduled",
    says: "sends again what was on its way when the worker died",
    blows: { kills: 15, pauses: 0 },
    at: "request-accepted",
    edits: [
      {
        file: "lib/deliveries/transition.ts",
        text: "return inDoubt(delivery, facts, { since, detail });",
        replacement: 'return { state: "scheduled" };',
      },
      {
        // The table of what may happen would refuse it, and stop the worker, before anything is sent twice.
        file: "lib/deliveries/transitions.ts",
        text: '"lease-lost": ["unknown"],',
        replacement: '"lease-lost": ["scheduled"],',
      },
    ],
  },
  {
    name: "server-error-is-failure",
    says: "takes HTTP 5xx for a refusal",
    edits: [
      {
        file: "lib/deliveries/after-publish.ts",
        text: 'if (outcome.kind === "unknown")',
        replacement:
          'if (outcome.kind === "unknown" && outcome.httpStatus >= 500) return { state: "failed", reason: "invalid" }; if (outcome.kind === "unknown")',
      },
    ],
  },
  {
    name: "timeout-is-not-sent",
    says: "takes a request without an answer for one that never left",
    edits: [
      {
        file: "lib/http/failure.ts",
        text: 'new HttpFailure("timeout", true, message)',
        replacement: 'new HttpFailure("timeout", false, message)',
      },
    ],
  },
  {
    name: "no-idempotency-key",
    says: "makes the request anew for every try, with a new key",
    edits: [
      {
        file: "lib/deliveries/outgoing-part.ts",
        text: "key: delivery.id,",
        replacement: "key: runtime.newId(),",
      },
      {
        file: "lib/publisher/send-delivery.ts",
        text: "keptRequest(claimed, run.runtime.clock.now())",
        replacement: "undefined",
      },
    ],
  },
  {
    name: "duplicate-is-failure",
    says: 'takes the answer "this is a duplicate" for a refusal',
    edits: [
      {
        file: "lib/deliveries/after-publish.ts",
        text: "return afterDuplicate(delivery, outcome, facts);",
        replacement: 'return { state: "failed", reason: "invalid" };',
      },
    ],
  },
  {
    name: "no-fence",
    says: "lets a worker that slept through its lease write over what others did",
    engine: "postgres",
    blows: { kills: 12, pauses: 12 },
    at: "prepared",
    edits: [
      {
        file: "lib/deliveries/repository.ts",
        text: "eq(deliveries.fence, seen.fence),",
        replacement: "",
      },
      {
        file: "lib/deliveries/repository.ts",
        text: "eq(deliveries.state, seen.state),",
        replacement: "",
      },
    ],
  },
  {
    name: "listing-takes-newest",
    says: "takes the newest post of a listing for the one it looks for",
    edits: [
      {
        file: "tests/chaos/connectors/listing.ts",
        text: "free.find((post) => post.text.trim() === text.trim())",
        replacement: "free[0]",
      },
    ],
  },
  {
    name: "resend-on-doubt",
    says: "sends again where only a listing, which may lag, says that nothing is there",
    edits: [
      {
        file: "lib/deliveries/idempotency.ts",
        text: 'if (rule.kind === "listing") return false;',
        replacement: "",
      },
    ],
  },
  {
    name: "thread-without-order",
    says: "sends the parts of a thread without waiting for the one before",
    edits: [
      {
        file: "lib/publisher/readiness-repository.ts",
        text: "or(eq(delivery.part, 1), notExists(missing)),",
        replacement: "",
      },
    ],
  },
  {
    name: "every-server-keeps-keys",
    says: "takes it for granted that whatever speaks Mastodon's API knows a request again",
    classes: ["relative"],
    edits: [
      {
        file: "lib/networks/mastodon/known-servers.ts",
        text: "if (!known) return false;",
        replacement: "if (!known) return true;",
      },
    ],
  },
  {
    name: "unseen-is-absent",
    says: "sends again what a server does not show, though that proves nothing there",
    classes: ["bare"],
    edits: [
      {
        file: "lib/deliveries/after-reconcile.ts",
        text: "...afterNotShown(delivery, outcome.detail, facts),",
        replacement: "...afterAbsence(delivery, facts),",
      },
    ],
  },
];

export function mutantCalled(name: string): Mutant {
  const found = mutants.find((mutant) => mutant.name === name);
  if (!found) throw new Error(`No mutant is called ${name}: see --mutant list.`);
  return found;
}
