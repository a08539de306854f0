"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";

import type { ErasePersonInput } from "#lib/people/input";
import type { Person } from "#lib/people/person";

import { FormDialog } from "../../../_components/person/form-dialog.tsx";
import { type Answer, useAnswer } from "../../../_components/person/use-answer.ts";
import { Checkbox } from "../../../_components/primitives/choice.tsx";
import { showToast } from "../../../_components/primitives/toast.tsx";

export function ErasePerson({
  person,
  merged,
  isOpen,
  onClose,
  peopleHref,
  onErase,
}: {
  person: Person;
  /** Names of the merged people who are erased too. */
  merged: readonly string[];
  isOpen: boolean;
  onClose: () => void;
  peopleHref: string;
  onErase: (input: ErasePersonInput) => Promise<Answer>;
}) {
  const t = useTranslations("people.erase");
  const router = useRouter();
  const { send, refusal, isBusy } = useAnswer();
  const name = person.displayName;
  return (
    <FormDialog
      title={t("title", { name })}
      isOpen={isOpen}
      onClose={onClose}
      submit={t("confirm")}
      variant="danger"
      isBusy={isBusy}
      refusal={refusal}
      onSubmit={(typed) =>
        send(
          () =>
            onErase({
              personId: person.id,
              publishedPosts: typed("withPublished") ? "remove" : "keep",
            }),
          () => {
            showToast(t("done", { name }));
            router.push(peopleHref);
          },
        )
      }
    >
      <p>{t("text", { name })}</p>
      {merged.length > 0 ? (
        <p>{t("merged", { name, count: merged.length, names: merged.join(", ") })}</p>
      ) : null}
      <Checkbox name="withPublished" label={t("withPublished")} />
    </FormDialog>
  );
}
