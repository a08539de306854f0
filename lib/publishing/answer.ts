import type { Delivery } from "./delivery.ts";
import type { Change } from "./next-state.ts";

export const answers = ["is-there", "send-again", "leave-out"] as const;

export type Answer = (typeof answers)[number];

/** The answers that make sense for a delivery, the safest first; empty where nothing is asked. */
export function answersFor(delivery: Pick<Delivery, "state">): readonly Answer[] {
  if (delivery.state === "needs_person") return answers;
  return delivery.state === "failed" || delivery.state === "missed"
    ? ["send-again", "leave-out"]
    : [];
}

/** Where a person's answer takes a delivery. Sending again after doubt repeats the same bytes; after a refusal they are made anew. */
export function afterAnswer(
  delivery: Delivery,
  answer: Answer,
  { now, url }: { now: Date; url: string | undefined },
): Change {
  const settled = { reason: null, reasonDetail: null };
  switch (answer) {
    case "is-there":
      return {
        ...settled,
        state: "published",
        url: url ?? delivery.url,
        publishedAt: delivery.intentAt ?? now,
      };
    case "send-again":
      return {
        ...settled,
        state: "scheduled",
        dueAt: now,
        plannedAt: now,
        attempts: 0,
        ...(delivery.state === "needs_person" ? {} : { request: null }),
      };
    case "leave-out":
      return { state: "cancelled", reason: "left-out", reasonDetail: null };
  }
}
