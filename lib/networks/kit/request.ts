import type { Json } from "../contract/remote.ts";

/** What a call tells: JSON, or a file as it is. */
export type CallBody = Json | { readonly bytes: Uint8Array; readonly type: string };

/** With its question mark; a list repeats its name, and what is undefined is left out. */
export function queryOf(
  params: Readonly<Record<string, string | readonly string[] | undefined>> = {},
): string {
  const pairs = Object.entries(params).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => [name, one]),
  );
  return pairs.length > 0 ? `?${new URLSearchParams(pairs).toString()}` : "";
}

/** As it goes out, with its content type; nothing where nothing is told. */
export function encode(body: CallBody | undefined): { type?: string; body?: string | Uint8Array } {
  if (body === undefined) return {};
  if (isBytes(body)) return { type: body.type, body: body.bytes };
  return { type: "application/json", body: JSON.stringify(body) };
}

function isBytes(body: unknown): body is { bytes: Uint8Array; type: string } {
  return typeof body === "object" && body !== null && "bytes" in body;
}
