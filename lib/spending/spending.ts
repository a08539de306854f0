import type { spendings } from "./schema.ts";

export type Spending = typeof spendings.$inferSelect;

export function monthOf(at: Date): string {
  return at.toISOString().slice(0, 7);
}

export function nextMonth(at: Date): Date {
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1));
}
