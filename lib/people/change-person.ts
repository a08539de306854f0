import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, refused, type Result } from "../kernel/result.ts";
import { listMetFields, refuseChanged } from "../workspaces/changed-since.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { PersonChange } from "./input.ts";
import { lockPair } from "./lock-pair.ts";
import { changeTogether } from "./merged-people.ts";
import type { Person } from "./person.ts";

/**
 * Changes a person's role, language, note or whether they may be thanked; absent fields stay. Refuses to
 * overwrite a field that somebody else changed since `version`, and returns its current value.
 */
export async function changePerson(
  ctx: Context,
  { personId, version, ...change }: PersonChange,
): Promise<Result<Person, "changed-since" | "merged-meanwhile">> {
  requireRole(ctx, "editor");
  return ctx.transact(async (tx) => {
    const { person } = await lockPair(tx, ctx, { personId, otherId: personId });
    if (version !== undefined && person.id !== personId)
      return refused("merged-meanwhile", { name: person.displayName });
    const changed = withChange(person, change);
    const fields = (["role", "doNotThank", "note", "language"] as const).filter(
      (field) => changed[field] !== person[field],
    );
    if (fields.length === 0) return ok(person);
    const since = version ?? person.version;
    const met = new Set(await listMetFields(tx, ctx, { ...person, since, fields }));
    if (met.size > 0) {
      const now = fields.map((field) => [field, String(person[field] ?? "")] as const);
      const theirs = Object.fromEntries(now.filter(([field]) => met.has(field)));
      return refuseChanged(tx, ctx, person, { since, theirs });
    }
    await changeTogether(tx, changed, fields);
    await record(tx, ctx, "person.changed", person.id, { fields, version: changed.version });
    return ok(changed);
  });
}

function withChange(person: Person, change: Omit<PersonChange, "personId">): Person {
  return {
    ...person,
    role: change.role ?? person.role,
    doNotThank: change.doNotThank ?? person.doNotThank,
    note: change.note === undefined ? person.note : change.note || null,
    language: change.language === undefined ? person.language : change.language,
    version: person.version + 1,
  };
}
