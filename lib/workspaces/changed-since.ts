import type { Db } from "../db/store.ts";
import type { Event, EventType } from "../events/event.ts";
import { listHistory } from "../events/repository.ts";
import type { Context } from "../kernel/context.ts";
import { wallClock } from "../kernel/local-time.ts";
import { refused, type Refused } from "../kernel/result.ts";
import { findUser } from "./user-repository.ts";
import { findWorkspace } from "./workspace-repository.ts";

/** Something that several people may have open, and the version of it that an edit was made from. */
interface Edited {
  readonly id: string;
  readonly version: number;
}

/**
 * Refuses an edit that was made from an older version, and says who changed the thing meanwhile and when
 * (on the workspace's clock). `detail.version` is the version to name in order to write over it.
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

/** The same for what has no version of its own: by the latest event of that type about it. */
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

/** What stands now in the fields that met. */
type Fields = Readonly<Record<string, string | number>>;

function isOf({ detail }: Event, fields: readonly string[]): boolean {
  return [detail["fields"]].flat().some((field) => fields.includes(String(field)));
}

/** What was changed of it since that version, newest first. */
export async function listChanges(
  db: Db,
  { workspaceId }: Pick<Context, "workspaceId">,
  { id, version }: Edited,
): Promise<Event[]> {
  const history = await listHistory(db, workspaceId, id);
  return history.filter(({ detail }) => Number(detail["version"] ?? 0) > version);
}

/**
 * Which of these fields somebody changed since that version: those meet. Of changes that are not in the
 * history any more each may be one.
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
