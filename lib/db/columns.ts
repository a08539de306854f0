import * as pg from "drizzle-orm/pg-core";
import * as lite from "drizzle-orm/sqlite-core";

import { isPostgres } from "./dialect.ts";
import { encodeJson } from "./encode-json.ts";
import { storableText } from "./storable-text.ts";

/**
 * Replaces Drizzle's `jsonb`, which parses a value that the driver has already parsed and so reads the JSON
 * string "null" as null.
 */
const jsonb = pg.customType<{ data: unknown; driverData: string }>({
  dataType: () => "jsonb",
  toDriver: encodeJson,
});
const jsonText = pg.customType<{ data: unknown; driverData: string }>({
  dataType: () => "text",
  toDriver: encodeJson,
  fromDriver: (text) => JSON.parse(text) as unknown,
});
const pgText = pg.customType<{ data: string; driverData: string }>({
  dataType: () => "text",
  toDriver: storableText,
});
const liteText = lite.customType<{ data: string; driverData: string }>({
  dataType: () => "text",
  toDriver: storableText,
});
const bytea = pg.customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

const postgres = {
  table: pg.pgTable,
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
  id: () => pgText().primaryKey(),
  text: () => pgText(),
  choice: <const T extends readonly [string, ...string[]]>(values: T) =>
    pg.text({ enum: values as unknown as [T[number], ...T[number][]] }),
  integer: () => pg.integer(),
  /** A whole number that may exceed 2^31: byte sizes, counts over years. */
  big: () => pg.bigint({ mode: "number" }),
  real: () => pg.doublePrecision(),
  flag: () => pg.boolean(),
  instant: () => pg.timestamp({ withTimezone: true, precision: 3, mode: "date" }),
  json: <T>() => jsonb().$type<T>(),
  /**
   * JSON that no query looks into. PostgreSQL stores it as text, which is much faster to write than `jsonb`.
   */
  opaqueJson: <T>() => jsonText().$type<T>(),
  bytes: () => bytea(),
};

const sqlite = {
  table: lite.sqliteTable,
  index: lite.index,
  uniqueIndex: lite.uniqueIndex,
  primaryKey: lite.primaryKey,
  id: () => liteText().primaryKey(),
  text: () => liteText(),
  choice: (values: readonly [string, ...string[]]) =>
    lite.text({ enum: values as [string, ...string[]] }),
  integer: () => lite.integer(),
  big: () => lite.integer(),
  real: () => lite.real(),
  flag: () => lite.integer({ mode: "boolean" }),
  instant: () => lite.integer({ mode: "timestamp_ms" }),
  json: () => lite.text({ mode: "json" }),
  opaqueJson: () => lite.text({ mode: "json" }),
  bytes: () => lite.blob({ mode: "buffer" }),
} satisfies Record<keyof typeof postgres, unknown>;

/**
 * One set of column types for both dialects. Typed as PostgreSQL, whose query builders are all asynchronous.
 */
export const {
  table,
  index,
  uniqueIndex,
  primaryKey,
  id,
  text,
  choice,
  integer,
  big,
  real,
  flag,
  instant,
  json,
  opaqueJson,
  bytes,
} = isPostgres ? postgres : (sqlite as unknown as typeof postgres);
