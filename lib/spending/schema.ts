import { big, choice, id, instant, table, text, uniqueIndex } from "../db/columns.ts";

/** What an account has cost in a month, by what for. Added to in the transaction of whatever cost it. */
export const spendings = table(
  "spendings",
  {
    id: id(),
    workspaceId: text().notNull(),
    accountId: text().notNull(),
    /** `2026-03`, in UTC: networks close their books by it. */
    month: text().notNull(),
    kind: choice(["publish", "read"]).notNull(),
    /** Millionths of a US dollar. */
    usdMicros: big().notNull(),
    updatedAt: instant().notNull(),
  },
  (spending) => [
    uniqueIndex("spendings_once").on(spending.accountId, spending.month, spending.kind),
  ],
);
