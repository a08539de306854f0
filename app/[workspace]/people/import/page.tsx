import { getTranslations } from "next-intl/server";

import { columnNames, importLimits } from "#lib/engagement/import-columns";

import { importTouchpointsAction } from "../../../_actions/engagement.ts";
import { signedInContext } from "../../../_actions/signed-in-context.ts";
import { PageHead } from "../../../_components/primitives/page-head.tsx";
import { Section } from "../../../_components/primitives/section.tsx";
import { ImportForm } from "./import-form.tsx";

const example = `person,type,at,channel,text,stars,reference
Mieke Jansen,in-store-purchase,2026-02-28 14:30,shop,,,K-1042
Mieke Jansen,review,2026-03-02,website,Heel blij met de sjaal,5,K-1042`;

export default async function ImportPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const ctx = await signedInContext(workspace);
  const t = await getTranslations("touchpoints.import");
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
          </Section>
          <Section title={t("example")}>
            <pre className="import-example">{example}</pre>
          </Section>
        </div>
      </div>
    </>
  );
}
