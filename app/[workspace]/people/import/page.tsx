import { getTranslations } from "next-intl/server";

import { columnNames, importLimits } from "#lib/engagement/import-columns";
import { touchpointTypes } from "#lib/engagement/touchpoint";

import { importTouchpointsAction } from "../../../_actions/engagement.ts";
import { signedInContext } from "../../../_actions/signed-in-context.ts";
import { ColumnTable, ListExample } from "../../../_components/list-import/list-help.tsx";
import { Columns } from "../../../_components/primitives/columns.tsx";
import { Disclosure } from "../../../_components/primitives/disclosure.tsx";
import { PageHead } from "../../../_components/primitives/page-head.tsx";
import { Section } from "../../../_components/primitives/section.tsx";
import { ImportForm } from "./import-form.tsx";

export default async function ImportPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const ctx = await signedInContext(workspace);
  const t = await getTranslations("touchpoints.import");
  const types = await getTranslations("touchpoints.types");
  const names = await getTranslations("refusals.columns");
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <Columns className="xl:grid-cols-[minmax(0,1fr)_372px] *:border-line-2 max-xl:*:not-first:border-t xl:*:not-first:border-s">
        <div>
          <ImportForm
            limits={importLimits}
            timeZone={ctx.workspace.timeZone}
            peopleHref={`/${workspace}/people`}
            onImport={importTouchpointsAction.bind(null, workspace)}
          />
        </div>
        <div>
          <Section title={t("columnsTitle")}>
            <p className="text-ink-2">{t("columnsLead")}</p>
            <ColumnTable
              columns={Object.keys(columnNames).map((column) => ({
                name: names(column),
                meaning: t(`columns.${column}`),
              }))}
            />
            <Disclosure className="mt-2" summary={t("knownTypes")}>
              <p className="mt-1 text-ink-2">
                {touchpointTypes.map((type) => types(type)).join(", ")}
              </p>
            </Disclosure>
          </Section>
          <Section title={t("example")}>
            <ListExample list={t("exampleText")} />
          </Section>
        </div>
      </Columns>
    </>
  );
}
