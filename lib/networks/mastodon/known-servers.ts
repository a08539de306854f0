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

const servers: Readonly<Record<string, Known>> = {
  mastodon: { honoursKeySince: [2, 0], keepsPictureIds: true },
  pleroma: { honoursKeySince: [1, 1], keepsPictureIds: false },
  akkoma: { honoursKeySince: [3, 0], keepsPictureIds: false },
};

export function honoursKey(software: Software | undefined): boolean {
  const known = software && servers[software.name];
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(software?.version ?? "") ?? [];
  if (!known || major === undefined) return false;
  const [since, sinceMinor] = known.honoursKeySince;
  return Number(major) > since || (Number(major) === since && Number(minor) >= sinceMinor);
}

export function keepsPictureIds(software: Software | undefined): boolean {
  return Boolean(software && servers[software.name]?.keepsPictureIds);
}
