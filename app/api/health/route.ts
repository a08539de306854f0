import { theInstallation } from "#lib/cli/installation";
import { isPostgres } from "#lib/db/dialect";
import { listPending } from "#lib/events/repository";

export async function GET(): Promise<Response> {
  await listPending((await theInstallation()).db, 1);
  return Response.json({ status: "ok", database: isPostgres ? "postgres" : "sqlite" });
}
