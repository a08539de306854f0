import type { Touchpoint } from "./touchpoint.ts";

/** Where a touchpoint that no connector saw can have happened; networks are added to these. */
export const ownChannels = ["shop", "phone", "e-mail", "website", "event", "other"] as const;

const physical: ReadonlySet<string> = new Set(["shop", "event"]);

/** A shop and an event are places; everything else reaches people through a wire. */
export function modalityOf(channel: string): Touchpoint["modality"] {
  return physical.has(channel) ? "physical" : "digital";
}
