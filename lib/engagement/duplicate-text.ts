import { sha256 } from "../kernel/sha256.ts";

const days = 24 * 60 * 60_000;

/** The same text from several people within this time is taken for a campaign, not for their own words. */
export const sameWordsWithinMs = 14 * days;
const peopleForAChain = 3;

/**
 * Returns the digest by which equal texts are found. Null for texts that many people write independently:
 * questions, and texts under 16 characters or three words.
 */
export function textDigestOf(text: string | null): string | null {
  if (text === null || /\?\s*$/.test(text)) return null;
  if (text.length < 16 || text.trim().split(/\s+/).length < 3) return null;
  return sha256(text).slice(0, 24);
}

/**
 * Returns the digests of texts that three different people wrote within 14 days. `said` must be in order of
 * time.
 */
export function chainsWithin(
  said: readonly {
    readonly digest: string | null;
    readonly identityId: string;
    readonly at: Date;
  }[],
): Set<string> {
  const byText = new Map<string, { identityId: string; at: number }[]>();
  const chains = new Set<string>();
  for (const { digest, identityId, at } of said) {
    if (!digest || chains.has(digest)) continue;
    const since = at.getTime() - sameWordsWithinMs;
    const lately = (byText.get(digest) ?? []).filter((one) => one.at >= since);
    lately.push({ identityId, at: at.getTime() });
    byText.set(digest, lately);
    if (new Set(lately.map((one) => one.identityId)).size >= peopleForAChain) chains.add(digest);
  }
  return chains;
}

/** Returns the digests of texts that at least three different people wrote. */
export function chainsAmong(
  said: readonly { readonly digest: string | null; readonly identityId: string }[],
): Set<string> {
  const byText = new Map<string, Set<string>>();
  for (const { digest, identityId } of said)
    if (digest) byText.set(digest, (byText.get(digest) ?? new Set()).add(identityId));
  return new Set(
    [...byText].filter(([, people]) => people.size >= peopleForAChain).map(([digest]) => digest),
  );
}
