import { Megaphone } from "lucide-react";
import { useTranslations } from "next-intl";

import type { Suggestion } from "#lib/advocacy/list-shout-outs";
import type { Stage } from "#lib/workspaces/stage";

import { Initials } from "../../_components/person/initials.tsx";
import { LinkButton } from "../../_components/primitives/button.tsx";
import { EmptyState } from "../../_components/primitives/empty-state.tsx";
import { Section } from "../../_components/primitives/section.tsx";
import { TextLink } from "../../_components/primitives/text-link.tsx";
import { LastThanked } from "../../_components/shout-out/last-thanked.tsx";
import { MomentSentence } from "../../_components/shout-out/moment-sentence.tsx";
import { PathThumbnail } from "../../_components/stave/path-thumbnail.tsx";

const shown = 3;

/** Whom we owe a thank-you, and for what. */
export function Owed({
  workspace,
  suggestions,
  stages,
  timeZone,
}: {
  workspace: string;
  suggestions: readonly Suggestion[];
  stages: readonly Stage[];
  timeZone: string;
}) {
  const t = useTranslations("today");
  const lanes = stages.map(({ key }) => ({ key, name: key }));
  return (
    <Section
      title={t("owed")}
      aside={<TextLink href={`/${workspace}/shout-outs`}>{t("allShoutOuts")}</TextLink>}
    >
      {suggestions.length === 0 ? <EmptyState>{t("nobodyOwed")}</EmptyState> : null}
      <ul className="owed-list">
        {suggestions.slice(0, shown).map((suggestion) => (
          <li key={suggestion.shoutOut.id}>
            <div className="flex items-center gap-3">
              <Initials name={suggestion.person.displayName} />
              <b className="min-w-0 grow truncate">{suggestion.person.displayName}</b>
              <PathThumbnail points={suggestion.path} lanes={lanes} />
            </div>
            <p className="mt-1">
              <MomentSentence suggestion={suggestion} />
            </p>
            <div className="mt-1 flex flex-wrap items-center justify-between gap-2">
              <span className="text-small text-ink-2">
                <LastThanked at={suggestion.lastThankedAt} timeZone={timeZone} />
              </span>
              <LinkButton href={`/${workspace}/shout-outs#${suggestion.shoutOut.id}`}>
                <Megaphone size={14} aria-hidden="true" />
                {t("readDraft")}
              </LinkButton>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
