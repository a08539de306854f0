import { useTranslations } from "next-intl";

import type { Merges } from "#lib/people/show-merges";

import { askedPair } from "../../../_components/person/asked-pair.ts";
import { SamePerson } from "../../../_components/person/same-person.tsx";
import { Section } from "../../../_components/primitives/section.tsx";
import { MergedHere } from "./merged-here.tsx";
import { NotTheSame } from "./not-the-same.tsx";

/** Possible duplicates of this person, and the people merged into them. */
export function SamePeople({
  workspace,
  personId,
  merges: { suggestions, merged, notTheSame },
  canAnswer,
}: {
  workspace: string;
  personId: string;
  merges: Merges;
  canAnswer: boolean;
}) {
  const t = useTranslations("people.same");
  const records = useTranslations("people.accounts")("records");
  return (
    <>
      {suggestions.length > 0 ? (
        <Section title={t("title")}>
          <ul>
            {suggestions.map((suggestion) => (
              <SamePerson
                key={suggestion.other.id}
                pair={askedPair(suggestion, records)}
                isOnTheirPage
                {...{ workspace, canAnswer }}
              />
            ))}
          </ul>
        </Section>
      ) : null}
      {merged.length > 0 ? <MergedHere {...{ workspace, merged, canAnswer }} /> : null}
      {notTheSame.length > 0 ? (
        <NotTheSame {...{ workspace, personId, canAnswer }} others={notTheSame} />
      ) : null}
    </>
  );
}
