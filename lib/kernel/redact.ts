import { cutText } from "./cut-text.ts";

const longest = 300;

/** Drizzle puts the values of a failed query behind its text, and JSON the text that it could not read. */
export function redactValues(message: string): string {
  return message
    .replace(/\nparams: [\s\S]*$/, "")
    .replace(/, (\.\.\.)?"[\s\S]*"(\.\.\.)? is not valid JSON/, ": it is not valid JSON");
}

/**
 * One line that may be stored and shown: what an error goes back to, and nothing that it quotes,
 * which may be people's words, names and addresses.
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
