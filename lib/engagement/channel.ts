import { foldText } from "../kernel/fold-text.ts";
import type { Touchpoint } from "./touchpoint.ts";

/** Channels of touchpoints that no connector reports. Networks are further channels. */
export const ownChannels = ["shop", "phone", "e-mail", "website", "event", "other"] as const;

const physical: ReadonlySet<string> = new Set(["shop", "event"]);

/** Returns `physical` for a shop or an event, `digital` for every other channel. */
export function modalityOf(channel: string): Touchpoint["modality"] {
  return physical.has(channel) ? "physical" : "digital";
}

/**
 * Returns the channel for any name that people use: a network, `bol.com`, `Google Maps`. Undefined if it
 * cannot be a name.
 */
export function channelNamed(name: string): string | undefined {
  const plain = foldText(name).trim().replaceAll(" ", "-");
  return /^[\p{L}\p{N}][\p{L}\p{N}.-]{1,49}$/u.test(plain) ? plain : undefined;
}
