import { Megaphone } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

import type { Recognition } from "#lib/advocacy/shout-out";
import type { PersonJourney } from "#lib/journey/show-person-journey";

import { Section } from "../../../_components/primitives/section.tsx";

/** Thanks and answers that this person got from us. */
export function GaveBack({
  recognitions,
  journey,
}: {
  recognitions: readonly Recognition[];
  journey: PersonJourney;
}) {
  const t = useTranslations("people.gaveBack");
  const format = useFormatter();
  const kindActs = [...journey.classifications.values()].filter(
    ({ advocacyWeight }) => advocacyWeight >= 3,
  ).length;
  return (
    <Section title={t("title")}>
      <p>
        {recognitions.length > 0
          ? t.rich("sum", { count: recognitions.length, b: (part) => <b>{part}</b> })
          : kindActs > 0
            ? t("noneOwed", { count: kindActs })
            : t("none")}
      </p>
      <ul className="side-rows">
        {recognitions.map((recognition) => (
          <li key={recognition.id}>
            <Megaphone size={14} aria-hidden />
            {recognition.url ? (
              <a href={recognition.url} rel="noopener noreferrer" className="hover:underline">
                {t(`kinds.${recognition.kind}`)}
              </a>
            ) : (
              <span>{t(`kinds.${recognition.kind}`)}</span>
            )}
            <time className="side-when" dateTime={recognition.at.toISOString()}>
              {format.dateTime(recognition.at, { day: "numeric", month: "short" })}
            </time>
          </li>
        ))}
      </ul>
    </Section>
  );
}
