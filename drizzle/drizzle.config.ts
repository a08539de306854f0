import { defineConfig } from "drizzle-kit";

import { isPostgres } from "../lib/db/dialect.ts";

export default defineConfig({
  dialect: isPostgres ? "postgresql" : "sqlite",
  schema: "./lib/**/schema.ts",
  out: isPostgres ? "./drizzle/postgres" : "./drizzle/sqlite",
  casing: "snake_case",
});
