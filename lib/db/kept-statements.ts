import type Database from "better-sqlite3";

const most = 500;

/**
 * Compiles every SQL text once a connection and not once a query, which costs more than most
 * queries do. The oldest goes when there are too many: lists of different lengths make new texts.
 */
export function keepStatements(connection: Database.Database): void {
  const kept = new Map<string, Database.Statement>();
  const compile = connection.prepare.bind(connection);
  const prepare = (source: string): Database.Statement => {
    const known = kept.get(source);
    if (known) {
      kept.delete(source);
      kept.set(source, known);
      // Whoever used it last may have asked for rows as lists.
      return known.reader ? known.raw(false) : known;
    }
    const statement = compile(source);
    kept.set(source, statement);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return statement;
  };
  Object.assign(connection, { prepare });
}
