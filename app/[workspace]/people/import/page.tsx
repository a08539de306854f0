import { getTranslations } from "next-intl/server";

import { columnNames, importLimits } from "#lib/engagement/import-columns";
import { touchpointTypes } from "#lib/engagement/touchpoint";

import { importTouchpointsAction } from "../../../_actions/engagement.ts";
import { signedInContext } from "../../../_actions/signed-in-context.ts";
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
      <div className="person-columns">
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
            <dl className="import-columns">
              {Object.keys(columnNames).map((column) => (
                <div key={column}>
                  <dt>
                    <code>{names(column)}</code>
                  </dt>
                  <dd>{t(`columns.${column}`)}</dd>
                </div>
              ))}
            </dl>
            <details className="mt-2">
              <summary className="text-link">{t("knownTypes")}</summary>
              <p className="mt-1 text-ink-2">
                {touchpointTypes.map((type) => types(type)).join(", ")}
              </p>
            </details>
          </Section>
          <Section title={t("example")}>
            <pre className="import-example">{t("exampleText")}</pre>
          </Section>
        </div>
      </div>
    </>
  );
}
