import { big, choice, id, instant, table, text, uniqueIndex } from "../db/columns.ts";

/** Spending per account, month and kind. Updated in the transaction that records the paid action. */
export const spendings = table(
  "spendings",
  {
    id: id(),
    workspaceId: text().notNull(),
    accountId: text().notNull(),
    /** `2026-03`, in UTC, by which networks close their billing periods. */
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
