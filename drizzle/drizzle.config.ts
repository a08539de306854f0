import { defineConfig } from "drizzle-kit";

import { isPostgres } from "../lib/db/dialect.ts";

const folder = process.env.MIGRATIONS_FOLDER ?? "./drizzle";

export default defineConfig({
  dialect: isPostgres ? "postgresql" : "sqlite",
  schema: "./lib/**/schema.ts",
  out: `${folder}/${isPostgres ? "postgres" : "sqlite"}`,
  casing: "snake_case",
});
