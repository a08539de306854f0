import { Heart, Megaphone, Repeat2 } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

import type { Recognition } from "#lib/advocacy/shout-out";
import type { GivenAppreciation } from "#lib/engagement/list-appreciations";
import type { PersonJourney } from "#lib/journey/show-person-journey";

import { Section } from "../../../_components/primitives/section.tsx";
import { SideList, SideRow } from "./side-list.tsx";

/** Lists the thanks and replies that this person got from the workspace. */
export function GaveBack({
  recognitions,
  given,
  journey,
}: {
  recognitions: readonly Recognition[];
  given: readonly GivenAppreciation[];
  journey: PersonJourney;
}) {
  const t = useTranslations("people.gaveBack");
  const format = useFormatter();
  const kindActs = [...journey.classifications.values()].filter(
    ({ advocacyWeight }) => advocacyWeight >= 3,
  ).length;
  return (
    <Section title={t("title")}>
      <p hidden={recognitions.length === 0 && given.length > 0}>
        {recognitions.length > 0
          ? t.rich("sum", { count: recognitions.length, b: (part) => <b>{part}</b> })
          : kindActs > 0
            ? t("noneOwed", { count: kindActs })
            : t("none")}
      </p>
      <SideList>
        {recognitions.map((recognition) => (
          <SideRow key={recognition.id}>
            <Megaphone size={14} aria-hidden />
            {recognition.url ? (
              <a href={recognition.url} rel="noopener noreferrer" className="hover:underline">
                {t(`kinds.${recognition.kind}`)}
              </a>
            ) : (
              <span>{t(`kinds.${recognition.kind}`)}</span>
            )}
            <time className="text-small text-ink-3" dateTime={recognition.at.toISOString()}>
              {format.dateTime(recognition.at, { day: "numeric", month: "short" })}
            </time>
          </SideRow>
        ))}
        {given.toReversed().map((one) => (
          <Appreciation key={one.id} given={one} />
        ))}
      </SideList>
    </Section>
  );
}

/** A favourite or repost that was given; it does not count as a thank-you. */
function Appreciation({ given: { how, url, at } }: { given: GivenAppreciation }) {
  const t = useTranslations("touchpoints.appreciate");
  const format = useFormatter();
  const Icon = how === "like" ? Heart : Repeat2;
  return (
    <SideRow>
      <Icon size={14} aria-hidden />
      {url ? (
        <a href={url} rel="noopener noreferrer" className="hover:underline">
          {t(`${how}Given`)}
        </a>
      ) : (
        <span>{t(`${how}Given`)}</span>
      )}
      <time className="text-small text-ink-3" dateTime={at.toISOString()}>
        {format.dateTime(at, { day: "numeric", month: "short" })}
      </time>
    </SideRow>
  );
}
