import { getTranslations } from "next-intl/server";

import { mergeSuggestionsInput } from "#lib/people/input";
import { listMergeSuggestions } from "#lib/people/suggest-merges";

import { signedInContext } from "../../../_actions/signed-in-context.ts";
import { readQuery } from "../../../_components/frame/read-query.ts";
import { askedPair } from "../../../_components/person/asked-pair.ts";
import { SamePerson } from "../../../_components/person/same-person.tsx";
import { PageHead } from "../../../_components/primitives/page-head.tsx";
import { Paging } from "../../../_components/primitives/paging.tsx";
import { Part } from "../../../_components/primitives/section.tsx";
import { TextLink } from "../../../_components/primitives/text-link.tsx";

/** Lists all possible duplicates of the workspace. */
export default async function SamePage({
  params,
  searchParams,
}: {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ after?: string }>;
}) {
  const { workspace } = await params;
  const { after } = await readQuery(searchParams);
  const ctx = await signedInContext(workspace);
  const t = await getTranslations("people.same");
  const records = (await getTranslations("people.accounts"))("records");
  const input = mergeSuggestionsInput.parse({ after });
  const { suggestions, next } = await listMergeSuggestions(ctx, input);
  const canAnswer = ctx.actor.role !== "viewer";
  return (
    <>
      <PageHead title={t("pageTitle")} lead={t("pageLead")} />
      <Part>
        {suggestions.length === 0 ? <p>{t(next ? "noneHere" : "none")}</p> : null}
        <ul>
          {suggestions.map((suggestion) => (
            <SamePerson
              key={`${suggestion.person.id} ${suggestion.other.id}`}
              pair={askedPair(suggestion, records)}
              {...{ workspace, canAnswer }}
            />
          ))}
        </ul>
        {next ? (
          <Paging label={t("pages")}>
            <TextLink href={`/${workspace}/people/same?after=${encodeURIComponent(next)}`}>
              {t("lookOn")}
            </TextLink>
          </Paging>
        ) : null}
      </Part>
    </>
  );
}
