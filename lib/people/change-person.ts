import { record } from "../events/record.ts";
import type { Context } from "../kernel/context.ts";
import { ok, type Result } from "../kernel/result.ts";
import { requireRole } from "../workspaces/require-role.ts";
import type { PersonChange } from "./input.ts";
import type { Person } from "./person.ts";
import { lockPerson, savePerson } from "./repository.ts";

/** Role, language, note, and whether they may ever be thanked; only what is named changes. */
export async function changePerson(
  ctx: Context,
  { personId, ...change }: PersonChange,
): Promise<Result<Person, never>> {
  requireRole(ctx, "editor");
  return ctx.transact(async (tx) => {
    const person = await lockPerson(tx, ctx.workspaceId, personId);
    const changed: Person = {
      ...person,
      role: change.role ?? person.role,
      doNotThank: change.doNotThank ?? person.doNotThank,
      note: change.note === undefined ? person.note : change.note || null,
      language: change.language === undefined ? person.language : change.language,
    };
    const fields = (["role", "doNotThank", "note", "language"] as const).filter(
      (field) => changed[field] !== person[field],
    );
    if (fields.length === 0) return ok(person);
    await savePerson(tx, changed);
    await record(tx, ctx, "person.changed", person.id, { fields });
    return ok(changed);
  });
}
