"use client";

import { useTranslations } from "next-intl";

import type { PersonChange } from "#lib/people/input";
import { type Person, personRoles } from "#lib/people/person";

import { FormDialog } from "../../../_components/person/form-dialog.tsx";
import { type Answer, useAnswer } from "../../../_components/person/use-answer.ts";
import { SelectField, TextArea } from "../../../_components/primitives/field.tsx";
import { showToast } from "../../../_components/primitives/toast.tsx";

export function EditPerson({
  person,
  isOpen,
  onClose,
  onChange,
}: {
  person: Person;
  isOpen: boolean;
  onClose: () => void;
  onChange: (input: PersonChange) => Promise<Answer>;
}) {
  const t = useTranslations("people");
  const { send, refusal, isBusy } = useAnswer();
  return (
    <FormDialog
      title={t("edit.title", { name: person.displayName })}
      isOpen={isOpen}
      onClose={onClose}
      submit={t("edit.save")}
      isBusy={isBusy}
      refusal={refusal}
      onSubmit={(typed) =>
        send(
          () => onChange(changeOf(person.id, typed)),
          () => {
            onClose();
            showToast(t("edit.saved"));
          },
        )
      }
    >
      <PersonFields person={person} />
    </FormDialog>
  );
}

function PersonFields({ person }: { person: Person }) {
  const t = useTranslations("people");
  const roles = personRoles.map((role) => ({ value: role, label: t(`roles.${role}`) }));
  const languages = (["en", "nl"] as const).map((language) => ({
    value: language,
    label: t(`languages.${language}`),
  }));
  return (
    <>
      <SelectField
        name="role"
        label={t("edit.role")}
        help={t("edit.roleHelp")}
        defaultValue={person.role}
        options={roles}
        hasNoErrorRoom
      />
      <SelectField
        name="language"
        label={t("edit.language")}
        defaultValue={person.language ?? ""}
        options={[{ value: "", label: t("edit.unknownLanguage") }, ...languages]}
        hasNoErrorRoom
      />
      <TextArea
        name="note"
        label={t("edit.note")}
        help={t("edit.noteHelp")}
        defaultValue={person.note ?? ""}
        maxLength={2_000}
        hasNoErrorRoom
      />
    </>
  );
}

/** The selects offer no other values; the server looks again. */
function changeOf(personId: string, typed: (name: string) => string): PersonChange {
  return {
    personId,
    role: typed("role") as Person["role"],
    language: (typed("language") || null) as "en" | "nl" | null,
    note: typed("note"),
  };
}
