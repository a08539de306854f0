import { Megaphone } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

import type { ShoutOutList, Suggestion } from "#lib/advocacy/list-shout-outs";
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
const heldShown = 2;

/** People who are owed a thank-you, with the reasons. */
export function Owed({
  workspace,
  shoutOuts,
  stages,
  timeZone,
}: {
  workspace: string;
  shoutOuts: ShoutOutList;
  stages: readonly Stage[];
  timeZone: string;
}) {
  const t = useTranslations("today");
  const { suggestions } = shoutOuts;
  const lanes = stages.map(({ key }) => ({ key, name: key }));
  return (
    <Section
      title={t("owed")}
      aside={
        <TextLink href={`/${workspace}/shout-outs`}>
          {t("allShoutOuts", { count: suggestions.length })}
        </TextLink>
      }
    >
      {suggestions.length === 0 ? <EmptyState>{t("nobodyOwed")}</EmptyState> : null}
      <ul>
        {suggestions.slice(0, shown).map((suggestion) => (
          <OwedRow key={suggestion.shoutOut.id} {...{ workspace, suggestion, lanes, timeZone }} />
        ))}
      </ul>
      <ThisWeek shoutOuts={shoutOuts} />
    </Section>
  );
}

function OwedRow({
  workspace,
  suggestion,
  lanes,
  timeZone,
}: {
  workspace: string;
  suggestion: Suggestion;
  lanes: readonly { key: string; name: string }[];
  timeZone: string;
}) {
  const t = useTranslations("today");
  return (
    <li className="border-b py-3">
      <div className="flex items-center gap-3">
        <Initials name={suggestion.person.displayName} />
        <b className="min-w-0 grow truncate">
          <bdi>{suggestion.person.displayName}</bdi>
        </b>
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
  );
}

/** Number of thank-yous of this week, and of people whom a rule holds back. */
function ThisWeek({ shoutOuts: { sent, waiting, room, heldBack } }: { shoutOuts: ShoutOutList }) {
  const t = useTranslations("today");
  const held = useTranslations("shout-outs.held");
  const format = useFormatter();
  const who = heldBack
    .slice(0, heldShown)
    .map(({ person, reason }) => t("heldName", { name: person.displayName, reason: held(reason) }));
  return (
    <>
      <p className="mt-3">
        {t.rich("thisWeek", { sent, waiting, room, b: (part) => <b>{part}</b> })}
      </p>
      {who.length > 0 ? (
        <p className="text-small text-ink-2">{t("notNow", { who: format.list(who) })}</p>
      ) : null}
    </>
  );
}
