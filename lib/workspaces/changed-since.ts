import type { Db } from "../db/store.ts";
import type { Event, EventType } from "../events/event.ts";
import { listHistory } from "../events/repository.ts";
import type { Context } from "../kernel/context.ts";
import { wallClock } from "../kernel/local-time.ts";
import { refused, type Refused } from "../kernel/result.ts";
import { findUser } from "./user-repository.ts";
import { findWorkspace } from "./workspace-repository.ts";

/** A row that several people may edit, with the version that an edit was based on. */
interface Edited {
  readonly id: string;
  readonly version: number;
}

/**
 * Refuses an edit that was based on an older version, with who changed the row since and when (in the
 * workspace's time zone). A new edit based on `detail.version` overwrites that change.
 */
export async function refuseChanged(
  db: Db,
  ctx: Pick<Context, "workspaceId" | "actor">,
  now: Edited,
  { since, theirs }: { readonly since: number; readonly theirs?: Fields },
): Promise<Refused<"changed-since">> {
  const changes = await listChanges(db, ctx, { id: now.id, version: since });
  const latest = theirs ? changes.find((one) => isOf(one, Object.keys(theirs))) : changes[0];
  const there = Object.entries(theirs ?? {}).map(
    ([field, value]) => [`theirs.${field}`, value] as const,
  );
  return refused("changed-since", {
    ...Object.fromEntries(there),
    ...(latest ? await authorOf(db, ctx, latest) : unknownAuthor),
    version: now.version,
  });
}

/** The same for rows without a version: finds the author by the latest event of that type. */
export async function refuseOther(
  db: Db,
  ctx: Pick<Context, "workspaceId" | "actor">,
  { id, type }: { readonly id: string; readonly type: EventType },
  theirs: Fields,
): Promise<Refused<"changed-since">> {
  const history = await listHistory(db, ctx.workspaceId, id);
  const latest = history.find((event) => event.type === type);
  const there = Object.entries(theirs).map(([field, value]) => [`theirs.${field}`, value] as const);
  return refused("changed-since", {
    ...Object.fromEntries(there),
    ...(latest ? await authorOf(db, ctx, latest) : unknownAuthor),
  });
}

export const unknownAuthor = { who: "nobody", by: "", hasTime: "no", at: "" };

async function authorOf(
  db: Db,
  { workspaceId, actor }: Pick<Context, "workspaceId" | "actor">,
  { actorId, at }: Event,
) {
  const { timeZone } = await findWorkspace(db, workspaceId);
  const user = await findUser(db, actorId);
  const who = user ? "somebody" : "nobody";
  return {
    who: actorId === actor.id ? "you" : who,
    by: user?.name ?? "",
    hasTime: "yes",
    at: wallClock(at, timeZone).replace("T", " "),
  };
}

/** Current values of the fields that both edits changed, by field path. */
type Fields = Readonly<Record<string, string | number>>;

function isOf({ detail }: Event, fields: readonly string[]): boolean {
  return [detail["fields"]].flat().some((field) => fields.includes(String(field)));
}

/** Returns the events that changed the row after that version, newest first. */
export async function listChanges(
  db: Db,
  { workspaceId }: Pick<Context, "workspaceId">,
  { id, version }: Edited,
): Promise<Event[]> {
  const history = await listHistory(db, workspaceId, id);
  return history.filter(({ detail }) => Number(detail["version"] ?? 0) > version);
}

/**
 * Returns those of the fields that somebody changed after that version. If the history does not contain all
 * changes since, returns all of the fields.
 */
export async function listMetFields(
  db: Db,
  ctx: Pick<Context, "workspaceId">,
  {
    id,
    version,
    since,
    fields,
  }: Edited & { readonly since: number; readonly fields: readonly string[] },
): Promise<string[]> {
  if (since >= version) return [];
  const changes = await listChanges(db, ctx, { id, version: since });
  const theirs = new Set(changes.flatMap(({ detail }) => detail["fields"]));
  return fields.filter((field) => changes.length < version - since || theirs.has(field));
}
