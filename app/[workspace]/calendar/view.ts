export const views = ["month", "week", "list"] as const;
type View = (typeof views)[number];

export interface CalendarAddress {
  view: View;
  /** `YYYY-MM-DD`; any day of the period. */
  day: string;
  account: string | undefined;
  /** Number of drafts shown in the tray. */
  drafts?: number;
}

/** Parses the query of the address. Invalid values fall back to the month of `today`. */
export function readAddress(
  asked: { view?: string; day?: string; account?: string; drafts?: string },
  today: string,
): CalendarAddress {
  const view = views.find((one) => one === asked.view) ?? "month";
  const day = isDay(asked.day) ? asked.day : today;
  const drafts = Number(asked.drafts);
  const isMore = Number.isInteger(drafts) && drafts > 0;
  return { view, day, account: asked.account || undefined, ...(isMore && { drafts }) };
}

export function addressOf(workspace: string, to: CalendarAddress): string {
  const query = new URLSearchParams({ view: to.view, day: to.day });
  if (to.account) query.set("account", to.account);
  if (to.drafts) query.set("drafts", `${to.drafts}`);
  return `/${workspace}/calendar?${query}`;
}

const draftsMore = 200;
const mostDrafts = 1_000;

/**
 * Returns this address with more drafts in the tray, in steps of what one bulk change takes; undefined at the
 * maximum.
 */
export function moreDraftsAt(
  workspace: string,
  here: CalendarAddress,
  shown: number,
): string | undefined {
  if (shown >= mostDrafts) return undefined;
  return addressOf(workspace, { ...here, drafts: shown + draftsMore });
}

/** Returns the days of a view: whole weeks from Monday, for the list only the days of the month. */
export function daysOf({ view, day }: CalendarAddress): string[] {
  const first = `${day.slice(0, 8)}01`;
  const last = addDays(firstOfNext(first), -1);
  if (view === "week") return range(mondayOf(day), addDays(mondayOf(day), 6));
  if (view === "list") return range(first, last);
  return range(mondayOf(first), addDays(mondayOf(last), 6));
}

/** Returns the days that count in the period's figures: for a month without the days of adjacent months. */
export function countedDaysOf(address: CalendarAddress): string[] {
  return daysOf(address.view === "month" ? { ...address, view: "list" } : address);
}

/**
 * Counts the published and the planned posts of the counted days. Failed, waiting and removed posts count as
 * neither.
 */
export function figuresOf(
  events: readonly { readonly day: string; readonly look: string }[],
  counted: readonly string[],
): { out: number; coming: number } {
  const days = new Set(counted);
  const shown = events.filter(({ day }) => days.has(day));
  const having = (look: string) => shown.filter((event) => event.look === look).length;
  return { out: having("out"), coming: having("scheduled") };
}

export function neighbours({ view, day }: CalendarAddress): { before: string; after: string } {
  if (view === "week") return { before: addDays(day, -7), after: addDays(day, 7) };
  const first = `${day.slice(0, 8)}01`;
  return { before: `${addDays(first, -1).slice(0, 8)}01`, after: firstOfNext(first) };
}

export function weeksOf(days: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, week) =>
    days.slice(week * 7, week * 7 + 7),
  );
}

/** Returns the ISO week number of a day, by the Thursday of its week. */
export function weekNumber(day: string): number {
  const thursday = addDays(mondayOf(day), 3);
  const ahead = Date.parse(thursday) - Date.parse(`${thursday.slice(0, 4)}-01-01`);
  return Math.floor(ahead / (7 * 86_400_000)) + 1;
}

function isDay(day: string | undefined): day is string {
  return /^\d{4}-\d{2}-\d{2}$/.test(day ?? "") && !Number.isNaN(Date.parse(day ?? ""));
}

function mondayOf(day: string): string {
  return addDays(day, -((new Date(`${day}T12:00Z`).getUTCDay() + 6) % 7));
}

function firstOfNext(first: string): string {
  return `${addDays(first, 31).slice(0, 8)}01`;
}

function range(from: string, until: string): string[] {
  const days = [];
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Calculates in UTC, which has no daylight saving time. */
function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
