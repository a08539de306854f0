import { cutText } from "../../kernel/cut-text.ts";
import type { HttpResponse } from "../../kernel/ports.ts";

const excerptLength = 300;

/** Returns undefined if the body is not JSON. */
export function parseJson(response: HttpResponse): unknown {
  try {
    return JSON.parse(response.body.toString("utf8"));
  } catch {
    return undefined;
  }
}

export function excerpt(text: string): string {
  return text.length > excerptLength ? `${cutText(text, excerptLength)}…` : text;
}
