import type { Software } from "./software.ts";

/**
 * Facts about server software, from its source or from tests. Software that is not listed counts as unsafe:
 * GoToSocial 0.20 and snac2 2.75, for example, post the same request twice.
 */
interface Known {
  /** The first version that answers a known `Idempotency-Key` with the first post. */
  readonly honoursKeySince: readonly [major: number, minor: number];
  /** An image keeps the id under which it was uploaded. */
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
 * Matches versions of the software itself: `4.3.0+glitch`, `v4.3.0`, `2.6.0-12-gab1`. `4.3.0 (compatible;
 * Else 1.0)` is other software that claims compatibility.
 */
const ownVersion = /^v?(\d+)\.(\d+)[\w.+~-]*$/;

function knownOf(software: Software | undefined) {
  const make = servers.get(software?.name.trim() ?? "");
  const [, major, minor] = ownVersion.exec(software?.version.trim() ?? "") ?? [];
  return make && major && minor ? { make, major: Number(major), minor: Number(minor) } : undefined;
}
