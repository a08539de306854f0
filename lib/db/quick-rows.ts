import { Column, is, SQL } from "drizzle-orm";

/** Drizzle's internals of a prepared query that both engines share. */
interface Prepared {
  readonly fields: readonly { readonly path: readonly string[]; readonly field: unknown }[];
  readonly joinsNotNullableMap?: Readonly<Record<string, boolean>>;
  customResultMapper?: (rows: readonly (readonly unknown[])[]) => unknown[];
}

/**
 * Speeds up prepared queries that return very many rows: finds the decoder of each column once, where Drizzle
 * does so for every value. A nested object must come from an inner join: it is never read as null.
 */
export function withQuickRows<Query>(query: Query): Query {
  const prepared = query as unknown as Prepared;
  if (prepared.fields.some(({ path }) => path.length > 2))
    throw new Error("Rows are read two levels deep at most.");
  const groups = [
    ...new Set(prepared.fields.flatMap(({ path }) => (path.length > 1 ? path.slice(0, 1) : []))),
  ];
  const cells = prepared.fields.map(({ path, field }) => ({
    group: path.length > 1 ? groups.indexOf(path[0] ?? "") : -1,
    name: path.at(-1) ?? "",
    read: readerOf(field),
  }));
  prepared.customResultMapper = (rows) =>
    rows.map((row) => {
      const parts: Record<string, unknown>[] = groups.map(() => ({}));
      const result: Record<string, unknown> = {};
      for (const [index, group] of groups.entries()) result[group] = parts[index];
      for (let at = 0; at < cells.length; at += 1) {
        const cell = cells[at];
        if (!cell) continue;
        const raw = row[at] ?? null;
        const value = raw === null || !cell.read ? raw : cell.read(raw);
        const target = cell.group < 0 ? result : parts[cell.group];
        if (target) target[cell.name] = value;
      }
      return result;
    });
  return query;
}

/** Returns undefined if the driver's value is used unchanged. */
function readerOf(field: unknown): ((value: unknown) => unknown) | undefined {
  if (is(field, Column)) {
    if (field.mapFromDriverValue === Column.prototype.mapFromDriverValue) return undefined;
    return (value) => field.mapFromDriverValue(value);
  }
  const expression = is(field, SQL) ? field : (field as SQL.Aliased).sql;
  // `decoder` is marked `internal` in Drizzle and is missing from its types.
  const { decoder } = expression as unknown as {
    decoder: { mapFromDriverValue: (value: unknown) => unknown };
  };
  return (value) => decoder.mapFromDriverValue(value);
}
