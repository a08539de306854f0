import { held, parked, withoutIntent, type Change, type Facts } from "./change.ts";
import type { PrepareAnswer } from "./delivery-event.ts";
import type { Delivery } from "./delivery.ts";
import { nextTry } from "./patience.ts";
import { mayBeThere } from "./resend.ts";

/** Answers after which it is certain that this request posted nothing. */
export function afterNothingPosted(
  delivery: Delivery,
  outcome: PrepareAnswer,
  facts: Facts,
): Change {
  switch (outcome.kind) {
    case "refused":
      return refusedThere(delivery, outcome, facts);
    case "not-sent":
      return unreachable(delivery, outcome.detail, facts.now);
    case "later":
      return held(delivery, "network-limit", { detail: outcome.detail, dueAt: outcome.retryAt });
    case "reconnect":
    case "out-of-credit":
      return held(delivery, outcome.kind, { detail: outcome.detail });
    case "by-hand":
      return byHand(delivery, outcome, facts);
  }
}

/** A failure says "nothing was posted"; where an earlier request may be there, nobody can say so. */
function refusedThere(delivery: Delivery, { code, detail }: Refused, { rule }: Facts): Change {
  if (mayBeThere(delivery, rule)) return parked({ reason: "still-unknown", detail });
  return { state: "failed", recovery: "none", reason: code, reasonDetail: detail };
}

type Refused = Extract<PrepareAnswer, { kind: "refused" }>;

/** Where an earlier request may be there, nobody is told to post it themselves before they have looked. */
function byHand(delivery: Delivery, { detail, composer }: ByHand, { rule }: Facts): Change {
  if (mayBeThere(delivery, rule)) return parked({ reason: "still-unknown", detail });
  return { ...parked({ reason: "by-hand", detail }), sender: "person", composerUrl: composer };
}

type ByHand = Extract<PrepareAnswer, { kind: "by-hand" }>;

/** For as long as the workspace lets a post be late: that ends it, not how often it was tried. */
function unreachable(delivery: Delivery, detail: string, now: Date): Change {
  return {
    ...withoutIntent(delivery),
    ...nextTry(delivery, now),
    state: "scheduled",
    recovery: "none",
    reason: "unreachable",
    reasonDetail: detail,
  };
}
