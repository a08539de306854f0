import { startPostgres } from "../support/postgres-server.ts";
import { readOptions } from "./options.ts";

/** `npm run chaos`: is anything sent twice, is anything lost? See docs/chaos.md. */
const options = readOptions(process.argv.slice(2));
const server = options.engine === "postgres" ? await startPostgres() : undefined;
if (server) {
  await server.createDatabase("chaos");
  process.env["DATABASE_URL"] = server.urlOf("chaos");
} else delete process.env["DATABASE_URL"];

// What is imported from here on knows which engine it is for.
const { perform } = await import("./perform.ts");
let isRight = false;
try {
  isRight = await perform(options, server?.urlOf("chaos"));
} finally {
  await server?.stop();
}
process.exit(isRight ? 0 : 1);
