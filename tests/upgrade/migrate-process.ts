import { migrateDatabase } from "#lib/db/migrate";

/** A process of its own, to be killed in the middle: the database's address, the folder of the migrations. */
const [url = "", folder = ""] = process.argv.slice(2);
process.stdout.write("migrating\n");
await migrateDatabase(url, folder);
