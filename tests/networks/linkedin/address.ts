import { invalid } from "./problem.ts";

/** An address as it came, before anything decodes it: LinkedIn tells a URN's colons from its own. */
export interface Address {
  readonly path: string;
  readonly query: ReadonlyMap<string, string>;
}

/** Refuses URNs that are not encoded, and Rest.li's own brackets where they are. */
export function readAddress(raw: string): Address {
  const [path = "", query = ""] = raw.split("?", 2);
  if (/urn:li:/i.test(raw))
    throw invalid("ILLEGAL_ARGUMENT", "A URN in an address must be encoded");
  if (/\(/.test(path.replace(/^\/rest\/reactions\/\(entity:[^()]*\)$/, "")))
    throw invalid("ILLEGAL_ARGUMENT", "Brackets of a URN in a path must be encoded");
  if (/=(List)?%28/i.test(query) || /List\([^)]*%2C/i.test(query.replaceAll(/urn%3A[^,)&]*/gi, "")))
    throw invalid("ILLEGAL_ARGUMENT", "Brackets and commas of a list stay as they are");
  const pairs = query.split("&").filter(Boolean);
  return {
    path,
    query: new Map(pairs.map((pair) => [nameOf(pair), pair.slice(nameOf(pair).length + 1)])),
  };
}

function nameOf(pair: string): string {
  return pair.slice(0, pair.indexOf("="));
}

/** Of `List(a,b)`. */
export function listIn(value: string | undefined): string[] {
  const inside = /^List\((.*)\)$/.exec(value ?? "")?.[1];
  if (inside === undefined) throw invalid("ILLEGAL_ARGUMENT", `Not a list: ${value}`);
  return inside.split(",").filter(Boolean).map(decodeURIComponent);
}

export function textIn({ query }: Address, name: string): string {
  const value = query.get(name);
  if (value === undefined) throw invalid("PARAM_MISSING", `${name} is needed`);
  return decodeURIComponent(value);
}

export function pageIn({ query }: Address, most: number): { start: number; count: number } {
  const [start, count] = [query.get("start") ?? "0", query.get("count") ?? "10"].map(Number);
  if (start === undefined || count === undefined || !(start >= 0) || !(count >= 1 && count <= most))
    throw invalid("ILLEGAL_ARGUMENT", `start and count (at most ${most}) are numbers`);
  return { start, count };
}
