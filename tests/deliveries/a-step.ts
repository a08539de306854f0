import type { Facts } from "#lib/deliveries/change";
import type { Delivery } from "#lib/deliveries/delivery";
import type { CompletedStep } from "#lib/deliveries/delivery-event";
import { transition } from "#lib/deliveries/transition";
import type { OutcomeRule } from "#lib/networks/contract/manifest";

import { aDelivery } from "../support/a-delivery.ts";
import { noon } from "../support/context.ts";

export type Kind = OutcomeRule["kind"];

/** Every class of network. */
export const kinds: Kind[] = [
  "own-id",
  "key",
  "container",
  "duplicate-listing",
  "refusal-only",
  "listing",
];

export const settleMs = 30_000;
export const there = { remoteId: "r", reference: { id: "r" }, url: "https://fake.example/r" };
export const detail = "the network's words";
export const inAMinute = later(60_000);
/** When the network can know. */
export const settled = later(settleMs);

/** What becomes of a delivery that was on its way through this step. */
export function decide(
  over: Partial<Delivery>,
  taken: CompletedStep,
  kind: Kind = "own-id",
  given: Partial<Facts> = {},
) {
  const state = { prepare: "claimed", publish: "sending", reconcile: "reconciling" } as const;
  return transition(aDelivery({ state: state[taken.type], ...over }), taken, facts(kind, given));
}

export function facts(kind: Kind, given: Partial<Facts> = {}): Facts {
  return { now: settled, rule: ruleOf(kind), ...given };
}

export function ruleOf(kind: Kind): OutcomeRule {
  return { kind, settleMs, timeoutMs: 10_000 };
}

export function step<Type extends CompletedStep["type"]>(
  type: Type,
  outcome: Extract<CompletedStep, { type: Type }>["outcome"],
): CompletedStep {
  return { type, outcome } as CompletedStep;
}

export function later(ms: number): Date {
  return new Date(noon.getTime() + ms);
}
