import type { safeModes } from "./schema.ts";

export type SafeMode = typeof safeModes.$inferSelect;
