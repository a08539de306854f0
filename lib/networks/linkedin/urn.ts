import { z } from "zod";

/** LinkedIn's names for things: `urn:li:share:7141138937766391808`. */
export const urn = z.string().regex(/^urn:li:\w+:\S+$/);

/** A URN in an address: its colons, brackets and commas would otherwise be read as the address's own. */
export function encodeUrn(name: string): string {
  return encodeURIComponent(name).replace(
    /[()!*']/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

export function isOrganization(name: string): boolean {
  return /^urn:li:organization(?:brand)?:/i.test(name);
}

/** What stands behind the last colon: `5515715`, `yrZCpj2ZYQ`. */
export function idIn(name: string): string {
  return name.slice(name.lastIndexOf(":") + 1);
}

/** The number of a comment in `urn:li:comment:(urn:li:activity:1,2)`. */
export function commentIdIn(name: string): string {
  return /,(\d+)\)$/.exec(name)?.[1] ?? idIn(name);
}

/** Ids of posts begin with their time in milliseconds; LinkedIn does not promise it. */
export function madeAt(post: string): string | undefined {
  const id = /^urn:li:(?:share|ugcPost):(\d{15,19})$/.exec(post)?.[1];
  return id && new Date(Number(BigInt(id) >> 22n)).toISOString();
}
