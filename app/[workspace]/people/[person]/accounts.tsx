import { BookUser } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

import type { Identity } from "#lib/people/person";

import { NetworkIcon } from "../../../_components/network-icon.tsx";
import { Section } from "../../../_components/primitives/section.tsx";
import { SideList, SideRow } from "./side-list.tsx";

/** Lists the person's identities on each network. */
export function Accounts({ identities }: { identities: readonly Identity[] }) {
  const t = useTranslations("people.accounts");
  const format = useFormatter();
  return (
    <Section title={t("title", { count: identities.length })}>
      <SideList>
        {identities.map((identity, index) => (
          <SideRow key={identity.id}>
            {identity.network === "records" ? (
              <BookUser size={14} aria-hidden />
            ) : (
              <NetworkIcon network={identity.network} label={identity.network} />
            )}
            <b className="font-semibold min-w-0 break-words">
              {identity.network === "records" ? t("records") : `@${identity.handle}`}
            </b>
            <span className="text-small text-ink-3">
              {t("since", {
                date: format.dateTime(identity.firstSeenAt, { day: "numeric", month: "short" }),
              })}
            </span>
            {index === 0 ? (
              <span className="col-[2/-1] text-small text-ink-3">{t("first")}</span>
            ) : null}
          </SideRow>
        ))}
      </SideList>
    </Section>
  );
}
