import type { Context } from "../kernel/context.ts";
import { cutText } from "../kernel/cut-text.ts";
import type { Change } from "./change.ts";
import type { CompletedStep, DeliveryEvent, EventType } from "./delivery-event.ts";
import type { Attempt, Delivery } from "./delivery.ts";

type AttemptFacts = Pick<Attempt, "phase" | "outcome"> &
  Partial<Record<"httpStatus", number | undefined> & Record<"excerpt", string | undefined>>;

const longestExcerpt = 500;

/** Returns the history entry for an event; empty if the event is not shown in the history. */
export function attemptOf({
  delivery,
  event,
  change,
  ctx,
}: {
  readonly delivery: Delivery;
  readonly event: DeliveryEvent;
  readonly change: Change;
  readonly ctx: Context;
}): Attempt[] {
  const facts = factsOf(delivery, event);
  if (!facts) return [];
  const { state, reason = null, why = reason, dueAt = delivery.dueAt } = change;
  return [
    {
      id: ctx.newId(),
      workspaceId: delivery.workspaceId,
      deliveryId: delivery.id,
      at: ctx.clock.now(),
      phase: facts.phase,
      outcome: facts.outcome,
      httpStatus: facts.httpStatus ?? null,
      excerpt: facts.excerpt === undefined ? null : cutText(facts.excerpt, longestExcerpt),
      decided: state,
      why,
      nextAt: state === "scheduled" || state === "unknown" ? dueAt : null,
    },
  ];
}

type Line<Type extends EventType> = (
  event: Extract<DeliveryEvent, { type: Type }>,
  delivery: Delivery,
) => AttemptFacts;

/** Builds the entry for each type of event. Types that are absent leave no entry. */
const lines: { readonly [Type in EventType]?: Line<Type> } = {
  prepare: stepLine,
  publish: stepLine,
  reconcile: stepLine,
  "put-back": () => ({ phase: "claim", outcome: "put-back" }),
  "lease-lost": (_event, delivery) => ({ phase: phaseOf(delivery), outcome: "lease-lost" }),
  late: () => ({ phase: "claim", outcome: "late" }),
  "account-disconnected": () => ({ phase: "claim", outcome: "account-disconnected" }),
  alert: () => ({ phase: "claim", outcome: "told-of-doubt" }),
  restored: () => ({ phase: "reconcile", outcome: "restored" }),
  unreadable: () => ({ phase: "claim", outcome: "unreadable" }),
  resolve: ({ resolution, found, url }) => ({
    phase: "person",
    outcome: resolution,
    excerpt: found?.url ?? url,
  }),
  "undo-resolution": () => ({ phase: "person", outcome: "taken-back" }),
  move: () => ({ phase: "person", outcome: "moved" }),
  rewrite: () => ({ phase: "person", outcome: "rewritten" }),
  edit: (_event, { snapshot }) => ({ phase: "person", outcome: "edited", excerpt: snapshot.text }),
  remove: () => ({ phase: "person", outcome: "removed" }),
};

function factsOf<Type extends EventType>(
  delivery: Delivery,
  event: Extract<DeliveryEvent, { type: Type }>,
): AttemptFacts | undefined {
  const line: Line<Type> | undefined = lines[event.type as Type];
  return line?.(event, delivery);
}

function stepLine({ type: phase, outcome }: CompletedStep): AttemptFacts {
  const httpStatus = "httpStatus" in outcome ? outcome.httpStatus : undefined;
  return { phase, outcome: outcome.kind, httpStatus, excerpt: excerptOf(outcome) };
}

function excerptOf(outcome: CompletedStep["outcome"]): string | undefined {
  if ("detail" in outcome) return outcome.detail;
  return "url" in outcome ? outcome.url : undefined;
}

/** Returns the phase in which the worker lost its lease. */
function phaseOf({ state }: Delivery): Attempt["phase"] {
  if (state === "sending") return "publish";
  return state === "reconciling" ? "reconcile" : "claim";
}
