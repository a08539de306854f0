import type { Translate } from "../i18n/translator.ts";

const units = [
  ["hours", 3_600_000],
  ["minutes", 60_000],
  ["seconds", 1_000],
] as const;

/**
 * Formats a duration such as "4.2 s" or "12 min" in the largest unit that gives at least 1, with one decimal
 * below 10.
 */
export function formatSpan(tell: Translate, ms: number): string {
  const [unit, size] = units.find(([, least]) => ms >= least) ?? ["milliseconds", 1];
  const n = ms / size;
  return tell(`sending.${unit}`, { n: n < 10 ? Math.round(n * 10) / 10 : Math.round(n) });
}
