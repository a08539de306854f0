import { useTranslations } from "next-intl";

import { LinkButton } from "../../_components/primitives/button.tsx";
import { EmptyState } from "../../_components/primitives/empty-state.tsx";
import { Part } from "../../_components/primitives/section.tsx";
import type { PeopleQuery } from "./people-view.ts";

export function NobodyHere({ workspace, query }: { workspace: string; query: PeopleQuery }) {
  const t = useTranslations("people");
  const isFiltered = Boolean(query.search || query.stage || query.after);
  return (
    <Part>
      <EmptyState
        action={
          isFiltered ? (
            <LinkButton href={`/${workspace}/people`}>{t("noneFoundAll")}</LinkButton>
          ) : (
            <LinkButton variant="ink" href={`/${workspace}/accounts`}>
              {t("noneConnect")}
            </LinkButton>
          )
        }
      >
        {isFiltered ? t("noneFound") : t("none")}
      </EmptyState>
    </Part>
  );
}
