import type { Touchpoint } from "./touchpoint.ts";

/** Whether there is something that a person can read and say what it is. */
export function isReadable({ text, type, stars }: Pick<Touchpoint, "text" | "type" | "stars">) {
  return Boolean(text?.trim()) || type === "complaint" || stars !== null;
}
