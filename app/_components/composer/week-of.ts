const dayMs = 86_400_000;

/**
 * Returns seven days (`YYYY-MM-DD`) around a day: from its Monday, or from `today` if that Monday is past.
 * Empty if the day is incomplete.
 */
export function weekOf(day: string, today: string): string[] {
  const at = noonOf(day);
  if (Number.isNaN(at)) return [];
  const monday = at - ((new Date(at).getUTCDay() + 6) % 7) * dayMs;
  const first = at < noonOf(today) ? monday : Math.max(monday, noonOf(today));
  return Array.from({ length: 7 }, (_, index) =>
    new Date(first + index * dayMs).toISOString().slice(0, 10),
  );
}

function noonOf(day: string): number {
  return Date.parse(`${day}T12:00Z`);
}
