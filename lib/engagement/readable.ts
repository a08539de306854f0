import type { Touchpoint } from "./touchpoint.ts";

/** Whether a person can judge the touchpoint: it has text or stars, or is recorded as a complaint. */
export function isReadable({ text, type, stars }: Pick<Touchpoint, "text" | "type" | "stars">) {
  return Boolean(text?.trim()) || type === "complaint" || stars !== null;
}
