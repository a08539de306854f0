import pg from "pg";

/** Drops all tables of the product from a PostgreSQL database, including the record of its migrations. */
export async function resetPostgres(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("drop schema if exists drizzle cascade");
    await client.query("drop schema if exists public cascade");
    await client.query("create schema public");
    await client.query("commit");
  } finally {
    await client.end();
  }
}
