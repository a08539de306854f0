import { getTranslations } from "next-intl/server";

import { columnNames, importLimits } from "#lib/engagement/import-columns";
import { touchpointTypes } from "#lib/engagement/touchpoint";

import { importTouchpointsAction } from "../../../_actions/engagement.ts";
import { signedInContext } from "../../../_actions/signed-in-context.ts";
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
            <dl>
              {Object.keys(columnNames).map((column) => (
                <div
                  key={column}
                  className="grid grid-cols-[118px_minmax(0,1fr)] gap-2 border-t py-[5px]"
                >
                  <dt>
                    <code>{names(column)}</code>
                  </dt>
                  <dd className="text-ink-2">{t(`columns.${column}`)}</dd>
                </div>
              ))}
            </dl>
            <Disclosure className="mt-2" summary={t("knownTypes")}>
              <p className="mt-1 text-ink-2">
                {touchpointTypes.map((type) => types(type)).join(", ")}
              </p>
            </Disclosure>
          </Section>
          <Section title={t("example")}>
            <pre className="rounded-2 bg-sunken p-2.5 text-small leading-[19px] wrap-anywhere whitespace-pre-wrap">
              {t("exampleText")}
            </pre>
          </Section>
        </div>
      </Columns>
    </>
  );
}
