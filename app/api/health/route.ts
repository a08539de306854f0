import { isPostgres } from "#lib/db/dialect";
import { currentRuntime } from "#lib/runtime/current";
import { hasOwner } from "#lib/workspaces/has-owner";

/** For monitoring: 200 if the database answers. */
export async function GET(): Promise<Response> {
  try {
    const isSetUp = await hasOwner(currentRuntime());
    return Response.json({ status: "ok", database: isPostgres ? "postgres" : "sqlite", isSetUp });
  } catch {
    return Response.json({ status: "database-unreachable" }, { status: 503 });
  }
}
