import type { Touchpoint } from "./touchpoint.ts";

const physical: ReadonlySet<string> = new Set(["shop", "event"]);

/** A shop and an event are places; everything else reaches people through a wire. */
export function modalityOf(channel: string): Touchpoint["modality"] {
  return physical.has(channel) ? "physical" : "digital";
}
