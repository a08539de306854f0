"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";

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
  const [theirs, setTheirs] = useState<Theirs>();
  const save = async (change: PersonChange, since: string) => {
    // The user has seen the version of the other editor: saving again overwrites it.
    const version = Number(theirs?.["version"] ?? since);
    const answer = await onChange({ ...change, version });
    setTheirs(!answer.ok && answer.refusal === "changed-since" ? answer.detail : undefined);
    return answer;
  };
  return (
    <FormDialog
      kept={`person ${person.id}`}
      version={person.version}
      title={t("edit.title", { name: person.displayName })}
      isOpen={isOpen}
      onClose={onClose}
      submit={t("edit.save")}
      isBusy={isBusy}
      refusal={refusal}
      onSubmit={(typed) =>
        send(
          () => save(changeOf(person.id, typed), typed("version")),
          () => {
            onClose();
            showToast(t("edit.saved"));
          },
        )
      }
    >
      <PersonFields person={person} theirs={theirs} />
    </FormDialog>
  );
}

type Theirs = Readonly<Record<string, string | number>> | undefined;

function PersonFields({ person, theirs }: { person: Person; theirs: Theirs }) {
  const t = useTranslations("people");
  const now = (field: string, wordOf: (value: string) => string = (value) => value) => {
    const value = theirs?.[`theirs.${field}`];
    return value === undefined ? undefined : t("edit.now", { value: wordOf(String(value)) });
  };
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
        help={now("role", (role) => t(`roles.${role}`)) ?? t("edit.roleHelp")}
        defaultValue={person.role}
        options={roles}
        hasNoErrorRoom
      />
      <SelectField
        name="language"
        label={t("edit.language")}
        help={now("language", (language) =>
          language ? t(`languages.${language}`) : t("edit.unknownLanguage"),
        )}
        defaultValue={person.language ?? ""}
        options={[{ value: "", label: t("edit.unknownLanguage") }, ...languages]}
        hasNoErrorRoom
      />
      <TextArea
        name="note"
        label={t("edit.note")}
        help={now("note") ?? t("edit.noteHelp")}
        defaultValue={person.note ?? ""}
        maxLength={2_000}
        hasNoErrorRoom
      />
    </>
  );
}

/**
 * Builds the input from the form. The casts hold because the selects offer no other values; the server
 * validates again.
 */
function changeOf(personId: string, typed: (name: string) => string): PersonChange {
  return {
    personId,
    role: typed("role") as Person["role"],
    language: (typed("language") || null) as "en" | "nl" | null,
    note: typed("note"),
  };
}
