import { useTranslations } from "next-intl";
import Form from "next/form";
import Link from "next/link";

import type { Stage } from "#lib/workspaces/stage";

import { Button } from "../../_components/primitives/button.tsx";
import { stageName } from "../../_components/stage/stage-name.ts";
import { StageTile } from "../../_components/stage/stage-tile.tsx";
import { peopleAddress, type PeopleQuery } from "./people-view.ts";

/** The address holds what is chosen, so that a list can be sent to a colleague. */
export function PeopleFilters({
  workspace,
  query,
  stages,
}: {
  workspace: string;
  query: PeopleQuery;
  stages: readonly Stage[];
}) {
  const t = useTranslations("people");
  const names = useTranslations("stages");
  const lanes = [
    ...stages.map((stage) => ({ id: stage.id, key: stage.key, name: stageName(stage, names) })),
    { id: "away", key: "away", name: t("away") },
  ];
  return (
    <div className="people-filters">
      <Search workspace={workspace} query={query} />
      <nav aria-label={t("stages")} className="people-stages">
        <StageLink query={{ ...query, stage: "" }} workspace={workspace} isCurrent={!query.stage}>
          {t("everyone")}
        </StageLink>
        {lanes.map(({ id, key, name }) => (
          <StageLink
            key={id}
            workspace={workspace}
            query={{ ...query, stage: id }}
            isCurrent={query.stage === id}
          >
            <StageTile stage={key} size={15} />
            {name}
          </StageLink>
        ))}
      </nav>
    </div>
  );
}

function Search({ workspace, query }: { workspace: string; query: PeopleQuery }) {
  const t = useTranslations("people");
  return (
    <search>
      <Form action={`/${workspace}/people`} className="people-search">
        <input
          type="search"
          name="search"
          className="input"
          maxLength={100}
          defaultValue={query.search ?? ""}
          placeholder={t("search")}
          aria-label={t("search")}
        />
        {query.stage ? <input type="hidden" name="stage" value={query.stage} /> : null}
        <Button type="submit">{t("find")}</Button>
      </Form>
    </search>
  );
}

function StageLink({
  workspace,
  query,
  isCurrent,
  children,
}: {
  workspace: string;
  query: PeopleQuery;
  isCurrent: boolean;
  children: React.ReactNode;
}) {
  return (
    <Link
      href={peopleAddress(workspace, { ...query, after: "" })}
      className="people-stage"
      aria-current={isCurrent ? "page" : undefined}
    >
      {children}
    </Link>
  );
}
