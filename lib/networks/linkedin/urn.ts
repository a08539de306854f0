import { z } from "zod";

/** A LinkedIn identifier: `urn:li:share:7141138937766391808`. */
export const urn = z.string().regex(/^urn:li:\w+:\S+$/);

/** Encodes a URN for a URL, including brackets, which would be read as Rest.li syntax. */
export function encodeUrn(name: string): string {
  return encodeURIComponent(name).replace(
    /[()!*']/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

export function isOrganization(name: string): boolean {
  return /^urn:li:organization(?:brand)?:/i.test(name);
}

/** Returns the part after the last colon: `5515715`, `yrZCpj2ZYQ`. */
export function idIn(name: string): string {
  return name.slice(name.lastIndexOf(":") + 1);
}

/** Returns the comment's number in `urn:li:comment:(urn:li:activity:1,2)`. */
export function commentIdIn(name: string): string {
  return /,(\d+)\)$/.exec(name)?.[1] ?? idIn(name);
}

/** Returns the creation time encoded in a post's id, as an ISO date; LinkedIn does not document it. */
export function madeAt(post: string): string | undefined {
  const id = /^urn:li:(?:share|ugcPost):(\d{15,19})$/.exec(post)?.[1];
  return id && new Date(Number(BigInt(id) >> 22n)).toISOString();
}
