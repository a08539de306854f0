import { storableText } from "../db/storable-text.ts";
import { cutText } from "../kernel/cut-text.ts";
import type { RemoteTouchpoint } from "../networks/contract/remote.ts";
import type { ObservedProfile } from "../people/observed-profile.ts";
import { answerableLanguage } from "./text-signals/language.ts";
import { readText, type TextSignals } from "./text-signals/text-signals.ts";

/** A touchpoint from a network, with the signals in its text. */
export interface ReadTouchpoint {
  readonly remote: RemoteTouchpoint;
  readonly text: string | null;
  readonly signals: TextSignals | undefined;
}

/** Longer than the posts of any network; longer texts are cut. */
const longestText = 10_000;

export function readRemote(remote: RemoteTouchpoint): ReadTouchpoint {
  const text = cutText(storableText(remote.text ?? "").trim(), longestText) || null;
  return { remote, text, signals: text ? readText(text) : undefined };
}

export function observedProfile({ remote, signals }: ReadTouchpoint): ObservedProfile {
  return {
    ...remote.person,
    language: answerableLanguage(signals?.language),
    firstAt: remote.at,
    lastAt: remote.at,
  };
}

/** Returns each touchpoint once, without those from before their person was erased. */
export function withoutErased(
  page: readonly ReadTouchpoint[],
  erased: ReadonlyMap<string, Date>,
): ReadTouchpoint[] {
  const byId = new Map(page.map((read) => [read.remote.remoteId, read]));
  return [...byId.values()].filter(({ remote }) => {
    const erasedAt = erased.get(remote.person.remoteId);
    return !erasedAt || remote.at > erasedAt;
  });
}
