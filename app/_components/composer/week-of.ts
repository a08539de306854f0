const dayMs = 86_400_000;

/** The seven days (`YYYY-MM-DD`, Monday first) of the week that a day is in; none for half a date. */
export function weekOf(day: string): string[] {
  const at = Date.parse(`${day}T12:00Z`);
  if (Number.isNaN(at)) return [];
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7;
  return Array.from({ length: 7 }, (_, index) =>
    new Date(at + (index - sinceMonday) * dayMs).toISOString().slice(0, 10),
  );
}
