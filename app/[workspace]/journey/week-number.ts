/** `2026-W07` → `7`. */
export function weekNumber(week: string): string {
  return String(Number(week.slice(-2)));
}
