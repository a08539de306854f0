import { expect, test } from "vitest";

import { listHistory } from "#lib/events/repository";
import { changePerson } from "#lib/people/change-person";
import { listPeople } from "#lib/people/list-people";
import { recordConsent } from "#lib/people/record-consent";
import { showPerson } from "#lib/people/show-person";

import { haveWorkspace } from "../support/factories.ts";
import { havePerson } from "../support/have-person.ts";

test("what is named of a person changes, and the history says which", async () => {
  const ctx = await haveWorkspace();
  const { personId } = await havePerson(ctx);

  const outcome = await changePerson(ctx, { personId, role: "staff", doNotThank: true });

  expect(outcome).toMatchObject({ ok: true, value: { role: "staff", doNotThank: true } });
  expect(await listHistory(ctx.db, ctx.workspaceId, personId)).toMatchObject([
    { type: "person.changed", detail: { fields: ["role", "doNotThank"] }, actorId: "ada" },
  ]);
  await changePerson(ctx, { personId, role: "staff" });
  expect(await listHistory(ctx.db, ctx.workspaceId, personId)).toHaveLength(1);
});

test("the newest line of a consent holds, and the earlier ones stay", async () => {
  const ctx = await haveWorkspace();
  const { personId } = await havePerson(ctx);
  const mention = { personId, scope: "mention", evidence: "asked in the shop" } as const;
  await recordConsent(ctx, { ...mention, state: "given" });
  await recordConsent(ctx, { ...mention, state: "withdrawn" });
  await recordConsent(ctx, { ...mention, scope: "reuse", state: "given" });

  const shown = await showPerson(ctx, personId);

  expect(shown.consents).toHaveLength(3);
  expect(shown.standing).toMatchObject({
    mention: { state: "withdrawn" },
    reuse: { state: "given" },
  });
});

test("people are found by part of a name or handle, whatever its case and signs", async () => {
  const ctx = await haveWorkspace();
  for (const name of ["Mara", "Joost", "per_cent"]) await havePerson(ctx, { name });
  const names = async (search: string) =>
    (await listPeople(ctx, { search })).people.map(({ person }) => person.displayName);

  expect(await names("MAR")).toEqual(["Mara"]);
  expect(await names("st.exam")).toEqual(["Joost"]);
  expect(await names("per_c")).toEqual(["per_cent"]);
  expect(await names("per%c")).toEqual([]);
  expect(await names("%")).toEqual([]);
});

test("a long list comes in pages without holes or repeats, newest first", async () => {
  const ctx = await haveWorkspace();
  for (let index = 0; index < 7; index += 1) {
    if (index % 2) ctx.clock.pass({ hours: 1 });
    await havePerson(ctx, { name: `person-${index}` });
  }
  const names: string[] = [];
  let after: string | undefined;
  do {
    const page = await listPeople(ctx, { limit: 3, ...(after && { after }) });
    names.push(...page.people.map(({ person }) => person.displayName));
    after = page.next;
  } while (after);

  expect(names).toHaveLength(7);
  expect(new Set(names).size).toBe(7);
  expect(names[0]).toMatch(/person-[56]/);
});

test("another workspace's person does not exist here", async () => {
  const ctx = await haveWorkspace();
  const { personId } = await havePerson(ctx);
  const other = { ...ctx, workspaceId: "other" };

  expect((await listPeople(other)).people).toEqual([]);
  await expect(showPerson(other, personId)).rejects.toThrow("No person");
  await expect(changePerson(other, { personId, role: "bot" })).rejects.toThrow("No person");
  await expect(
    recordConsent(other, { personId, scope: "reuse", state: "given", evidence: "x" }),
  ).rejects.toThrow("No person");
});

test("viewers look and change nothing", async () => {
  const ctx = await haveWorkspace();
  const { personId } = await havePerson(ctx);
  const viewer = { ...ctx, actor: { id: "vi", role: "viewer" as const } };

  expect((await showPerson(viewer, personId)).person.id).toBe(personId);
  await expect(changePerson(viewer, { personId, role: "bot" })).rejects.toThrow("editor role");
  await expect(
    recordConsent(viewer, { personId, scope: "reuse", state: "given", evidence: "x" }),
  ).rejects.toThrow("editor role");
});
