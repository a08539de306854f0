import { getFormatter, getTranslations } from "next-intl/server";

import { shortenText } from "#lib/kernel/cut-text";
import type { Calendar } from "#lib/views/calendar";

import { Section } from "../../_components/primitives/section.tsx";
import { TextLink } from "../../_components/primitives/text-link.tsx";

/** What was begun and has no moment yet. */
export async function Drafts({
  workspace,
  drafts,
}: {
  workspace: string;
  drafts: Calendar["drafts"];
}) {
  const [t, format] = await Promise.all([getTranslations("calendar"), getFormatter()]);
  return (
    <Section title={t("drafts")} aside={t("draftCount", { count: drafts.length })}>
      {drafts.length === 0 ? <p className="text-ink-2">{t("noDrafts")}</p> : null}
      <ul>
        {drafts.map((draft) => (
          <li
            key={draft.id}
            className="flex min-h-row flex-wrap items-baseline justify-between gap-x-4 py-[5px] not-first:border-t"
          >
            <TextLink href={`/${workspace}/compose?post=${draft.id}`}>
              {shortenText(draft.parts[0]?.text ?? "", 90) || t("noText")}
            </TextLink>
            <span className="text-small text-ink-3">
              {t("changedOn", {
                day: format.dateTime(draft.updatedAt, { day: "numeric", month: "short" }),
              })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
