"use client";

import { useTranslations } from "next-intl";

import type { Mentionable } from "#lib/people/list-mentionable";

import { NetworkIcon } from "../network-icon.tsx";

/**
 * People who can be mentioned. The focus stays in the text field; `active` is the person that Enter chooses.
 */
export function MentionList({
  id,
  people,
  active,
  onTake,
}: {
  id: string;
  people: readonly Mentionable[];
  active: Mentionable | undefined;
  onTake: (person: Mentionable) => void;
}) {
  const t = useTranslations("compose");
  return (
    <>
      <output className="sr-only">
        {people.length > 0 ? t("mentionsFound", { count: people.length }) : ""}
      </output>
      {people.length > 0 ? (
        <div
          id={id}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no tag lists beside a text that keeps the focus
          role="listbox"
          aria-label={t("mention")}
          className="mx-2 mb-2 rounded-2 bg-raised p-1 shadow-float"
        >
          {people.map((person) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the text handles the keys
            <div
              key={person.identityId}
              id={optionId(id, person)}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- options live in no other list here
              role="option"
              tabIndex={-1}
              aria-selected={person === active}
              className="flex min-h-control cursor-pointer items-center gap-2 rounded-1 px-2 py-0.5 hover:bg-hover aria-selected:bg-hover"
              // Keeps the focus in the text field, so that the name is inserted at the caret.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onTake(person)}
            >
              <NetworkIcon network={person.network} />
              <b className="font-semibold">
                <bdi>{person.displayName}</bdi>
              </b>
              <span className="truncate text-ink-3">@{person.handle}</span>
            </div>
          ))}
        </div>
      ) : null}
    </>
  );
}

export function optionId(listId: string, { identityId }: Mentionable): string {
  return `${listId}-${identityId}`;
}
