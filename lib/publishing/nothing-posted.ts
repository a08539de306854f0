import {
  backoff,
  held,
  mostAttempts,
  parked,
  withoutIntent,
  type Change,
  type Facts,
} from "./change.ts";
import type { Delivery } from "./delivery.ts";
import { mayBeThere } from "./resend.ts";
import type { PrepareAnswer } from "./step.ts";

/** Answers after which it is certain that this request posted nothing. */
export function afterNothingPosted(
  delivery: Delivery,
  outcome: PrepareAnswer,
  facts: Facts,
  attempts: number,
): Change {
  switch (outcome.kind) {
    case "refused":
      return givenUp(delivery, facts, { attempts, reason: outcome.code, detail: outcome.detail });
    case "not-sent":
      return unreachable(delivery, facts, { attempts, detail: outcome.detail });
    case "later":
      return held(delivery, "network-limit", { detail: outcome.detail, dueAt: outcome.retryAt });
    case "reconnect":
    case "out-of-credit":
      return held(delivery, outcome.kind, { detail: outcome.detail });
    case "by-hand":
      return byHand(delivery, facts, { attempts, outcome });
  }
}

/** Where an earlier request may be there, nobody is told to post it themselves before they have looked. */
function byHand(
  delivery: Delivery,
  { rule }: Facts,
  { attempts, outcome }: { attempts: number; outcome: ByHand },
): Change {
  const { detail, composer } = outcome;
  if (mayBeThere(delivery, rule))
    return parked(delivery, { attempts, reason: "still-unknown", detail });
  return { ...parked(delivery, { attempts, reason: "by-hand", detail }), composerUrl: composer };
}

type ByHand = Extract<PrepareAnswer, { kind: "by-hand" }>;

function unreachable(
  delivery: Delivery,
  facts: Facts,
  { attempts, detail }: { attempts: number; detail: string },
): Change {
  const reason = "unreachable";
  if (attempts >= mostAttempts) return givenUp(delivery, facts, { attempts, reason, detail });
  return {
    ...withoutIntent(delivery),
    state: "scheduled",
    attempts,
    dueAt: backoff(facts.now, attempts),
    reason,
    reasonDetail: detail,
  };
}

/** A failure says "nothing was posted"; where an earlier request may be there, nobody can say so. */
function givenUp(
  delivery: Delivery,
  { rule }: Facts,
  { attempts, reason, detail }: { attempts: number; reason: string; detail: string },
): Change {
  if (mayBeThere(delivery, rule))
    return parked(delivery, { attempts, reason: "still-unknown", detail });
  return { state: "failed", attempts, reason, reasonDetail: detail };
}
