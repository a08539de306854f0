import { foldText } from "../kernel/fold-text.ts";
import type { Touchpoint } from "./touchpoint.ts";

/** Where a touchpoint that no connector saw can have happened; networks are added to these. */
export const ownChannels = ["shop", "phone", "e-mail", "website", "event", "other"] as const;

const physical: ReadonlySet<string> = new Set(["shop", "event"]);

/** A shop and an event are places; everything else reaches people through a wire. */
export function modalityOf(channel: string): Touchpoint["modality"] {
  return physical.has(channel) ? "physical" : "digital";
}

/** A channel by any name that people give it: a network, `bol.com`, `Google Maps`. Undefined where it is no name. */
export function channelNamed(name: string): string | undefined {
  const plain = foldText(name).trim().replaceAll(" ", "-");
  return /^[\p{L}\p{N}][\p{L}\p{N}.-]{1,49}$/u.test(plain) ? plain : undefined;
}
