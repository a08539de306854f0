import type { Software } from "./software.ts";

/**
 * What is known of a make of server, from its source or from trying it. What is not here is not
 * known, and nothing is taken for granted: GoToSocial 0.20 and snac2 2.75 take the same request twice.
 */
interface Known {
  /** From this version on it answers a request with a known `Idempotency-Key` with the first post. */
  readonly honoursKeySince: readonly [major: number, minor: number];
  /** A picture keeps the id that it was uploaded under. */
  readonly keepsPictureIds: boolean;
}

const servers = new Map<string, Known>([
  ["mastodon", { honoursKeySince: [2, 0], keepsPictureIds: true }],
  ["pleroma", { honoursKeySince: [1, 1], keepsPictureIds: false }],
  ["akkoma", { honoursKeySince: [3, 0], keepsPictureIds: false }],
]);

export function honoursKey(software: Software | undefined): boolean {
  const known = knownOf(software);
  if (!known) return false;
  const [since, sinceMinor] = known.make.honoursKeySince;
  return known.major > since || (known.major === since && known.minor >= sinceMinor);
}

export function keepsPictureIds(software: Software | undefined): boolean {
  return knownOf(software)?.make.keepsPictureIds ?? false;
}

/**
 * `4.3.0+glitch`, `v4.3.0` and `2.6.0-12-gab1` are of that make; `4.3.0 (compatible; Else 1.0)` is the word of
 * another one that wants to be taken for it.
 */
const ownVersion = /^v?(\d+)\.(\d+)[\w.+~-]*$/;

function knownOf(software: Software | undefined) {
  const make = servers.get(software?.name.trim() ?? "");
  const [, major, minor] = ownVersion.exec(software?.version.trim() ?? "") ?? [];
  return make && major && minor ? { make, major: Number(major), minor: Number(minor) } : undefined;
}
