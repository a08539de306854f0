import { Check, Minus, X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

import type { Consent } from "#lib/people/person";
import type { PersonInFull } from "#lib/people/show-person";

import {
  changePersonAction,
  exportPersonAction,
  recordConsentAction,
} from "../../../_actions/people.ts";
import { Section } from "../../../_components/primitives/section.tsx";
import { ChangeConsent } from "./change-consent.tsx";
import { DataLinks } from "./data-links.tsx";
import { SideList, SideRow } from "./side-list.tsx";

/** Shows what the person consented to and objected to, and their data rights. */
export function Consents({ workspace, shown }: { workspace: string; shown: PersonInFull }) {
  const t = useTranslations("people.consent");
  const { person, standing } = shown;
  return (
    <Section title={t("title")}>
      <SideList>
        {(["mention", "reuse"] as const).map((scope) => (
          <ConsentRow key={scope} scope={scope} consent={standing[scope]} />
        ))}
      </SideList>
      <div className="flex flex-wrap gap-x-4 gap-y-1 pt-1.5">
        <ChangeConsent personId={person.id} onSave={recordConsentAction.bind(null, workspace)} />
        <DataLinks
          personId={person.id}
          doNotThank={person.doNotThank}
          onExport={exportPersonAction.bind(null, workspace)}
          onChange={changePersonAction.bind(null, workspace)}
        />
      </div>
    </Section>
  );
}

function ConsentRow({ scope, consent }: { scope: Consent["scope"]; consent: Consent | undefined }) {
  const t = useTranslations("people.consent");
  const format = useFormatter();
  const Sign = !consent ? Minus : consent.state === "given" ? Check : X;
  return (
    <SideRow>
      <Sign size={14} aria-hidden />
      <span>{t(scope)}</span>
      <span className="text-small text-ink-3" title={consent?.evidence}>
        {consent
          ? t(consent.state, {
              date: format.dateTime(consent.at, { day: "numeric", month: "short" }),
            })
          : t("notAsked")}
      </span>
    </SideRow>
  );
}
