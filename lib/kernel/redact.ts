import { cutText } from "./cut-text.ts";

const longest = 300;

/**
 * Removes quoted data from a message: Drizzle appends a failed query's values, JSON.parse quotes its input.
 */
export function redactValues(message: string): string {
  return message
    .replace(/\nparams: [\s\S]*$/, "")
    .replace(/, (\.\.\.)?"[\s\S]*"(\.\.\.)? is not valid JSON/, ": it is not valid JSON");
}

/**
 * Returns one line that may be stored and shown: the message of the innermost cause without quotations, URLs
 * and e-mail addresses, which may contain people's texts and names.
 */
export function redactedMessage(error: unknown): string {
  const root = rootOf(error);
  const name = root instanceof Error && root.name !== "Error" ? `${root.name}: ` : "";
  const message = root instanceof Error ? root.message : String(root);
  const line = redactValues(message)
    .replace(/"[^"]*"|“[^”]*”|\S+@\S+|\bhttps?:\/\/\S+/g, "…")
    .replace(/\s+/g, " ")
    .trim();
  return cutText(`${name}${line}`, longest);
}

function rootOf(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? rootOf(error.cause) : error;
}
