import type Database from "better-sqlite3";

/**
 * Writes fixed statistics for SQLite's query planner instead of running `analyze`. Without statistics the
 * planner assumes ten rows per workspace and scans all rows of a workspace to find three of them by id. The
 * statistics never change, so query plans stay the same and no large table is read to measure it.
 */
export function assumeStatistics(connection: Database.Database): void {
  const wanted = listIndexes(connection).filter(({ columns }) => columns[0] === "workspace_id");
  const assumed = wanted.map((index) => [index.table, index.name, spreadOf(index)] as const);
  if (JSON.stringify(assumed) === JSON.stringify(readAssumed(connection))) return;
  // Creates the table `sqlite_stat1`, which only `analyze` can do; its measurements are deleted.
  connection.exec("analyze __drizzle_migrations");
  connection.exec("delete from sqlite_stat1");
  const insert = connection.prepare("insert into sqlite_stat1 (tbl, idx, stat) values (?, ?, ?)");
  for (const row of assumed) insert.run(...row);
}

/** The row count that SQLite assumes for a table without statistics. */
const rows = 1_048_576;
const rowsOfWorkspace = 200_000;
/** Rows per distinct value of the second and later index columns: SQLite's own defaults. */
const rowsOfMore = [10, 9, 8, 7, 6, 5];

interface Index {
  readonly table: string;
  readonly name: string;
  readonly isUnique: boolean;
  readonly columns: readonly string[];
}

/**
 * Returns the total row count, then the average rows per value of the first column, the first two, and so on.
 */
function spreadOf({ columns, isUnique }: Index): string {
  const spread = columns.map((_, place) =>
    place === 0 ? rowsOfWorkspace : (rowsOfMore[place - 1] ?? 5),
  );
  if (isUnique) spread[spread.length - 1] = 1;
  return [rows, ...spread].join(" ");
}

function listIndexes(connection: Database.Database): Index[] {
  const found = connection
    .prepare(
      `select i.tbl_name as "table", i.name as name, l."unique" as isUnique,
         (select json_group_array(name) from (select name from pragma_index_info(i.name) order by seqno)) as columns
       from sqlite_schema i, pragma_index_list(i.tbl_name) l
       where i.type = 'index' and l.name = i.name
       order by i.tbl_name, i.name`,
    )
    .all() as { table: string; name: string; isUnique: number; columns: string }[];
  return found.map(({ table, name, isUnique, columns }) => ({
    table,
    name,
    isUnique: isUnique === 1,
    columns: JSON.parse(columns) as string[],
  }));
}

function readAssumed(connection: Database.Database): unknown[] {
  const has = "select count(*) from sqlite_schema where name = 'sqlite_stat1'";
  if (connection.prepare(has).pluck().get() === 0) return [];
  return connection
    .prepare("select tbl, idx, stat from sqlite_stat1 order by tbl, idx")
    .raw()
    .all();
}
