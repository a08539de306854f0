"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import type { ErasePersonInput, PersonChange } from "#lib/people/input";
import type { Person } from "#lib/people/person";

import type { Answer } from "../../../_components/person/use-answer.ts";
import { buttonLook } from "../../../_components/primitives/button.tsx";
import { Menu } from "../../../_components/primitives/menu.tsx";
import { EditPerson } from "./edit-person.tsx";
import { ErasePerson } from "./erase-person.tsx";

export function PersonMenu({
  person,
  merged,
  peopleHref,
  onChange,
  onErase,
}: {
  person: Person;
  merged: readonly string[];
  peopleHref: string;
  onChange: (input: PersonChange) => Promise<Answer>;
  onErase: (input: ErasePersonInput) => Promise<Answer>;
}) {
  const t = useTranslations("people.menu");
  const [open, setOpen] = useState<"edit" | "erase">();
  const close = () => setOpen(undefined);
  return (
    <>
      <Menu
        label={t("label", { name: person.displayName })}
        className={buttonLook("outline", true)}
        trigger={<Ellipsis aria-hidden />}
        items={[
          { key: "edit", label: t("edit"), onAction: () => setOpen("edit") },
          { key: "erase", label: t("erase"), isDanger: true, onAction: () => setOpen("erase") },
        ]}
      />
      <EditPerson person={person} isOpen={open === "edit"} onClose={close} onChange={onChange} />
      <ErasePerson
        person={person}
        merged={merged}
        isOpen={open === "erase"}
        onClose={close}
        peopleHref={peopleHref}
        onErase={onErase}
      />
    </>
  );
}
