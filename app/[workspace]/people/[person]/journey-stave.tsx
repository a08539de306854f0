import { useTranslations } from "next-intl";

import type { PersonJourney } from "#lib/journey/show-person-journey";

import { Section } from "../../../_components/primitives/section.tsx";
import { stageName } from "../../../_components/stage/stage-name.ts";
import { JourneyPath } from "../../../_components/stave/journey-path.tsx";

/**
 * Draws the person's journey with returns, loops and silences. The timeline below contains the same in words.
 */
export function JourneyStave({
  name,
  journey,
  now,
}: {
  name: string;
  journey: PersonJourney;
  now: Date;
}) {
  const t = useTranslations("people.journey");
  const names = useTranslations("stages");
  const lanes = journey.stages.map((stage) => ({ key: stage.key, name: stageName(stage, names) }));
  const nameOf = new Map(lanes.map((lane) => [lane.key, lane.name]));
  const stages = journey.points.map(({ stageKey }) => nameOf.get(stageKey) ?? stageKey);
  const inTurn = stages.filter((stage, index) => stage !== stages[index - 1]);
  return (
    <Section
      title={t("told", { parts: partsOf(journey, t) })}
      aside={t("count", { count: journey.classifications.size })}
    >
      {journey.points.length === 0 ? (
        <p className="text-ink-2">{t("none")}</p>
      ) : (
        <JourneyPath
          points={journey.points}
          lanes={lanes}
          quiet={journey.quiet}
          now={now}
          label={t("label", { name, stages: inTurn.slice(0, 40).join(", ") })}
        />
      )}
    </Section>
  );
}

/** Example: "one return, two loops". */
function partsOf(
  { moves }: PersonJourney,
  t: (key: "return" | "loop" | "back" | "straight", values: { count: number }) => string,
): string {
  const count = (kind: string) => moves.filter((move) => move.kind === kind).length;
  const counted = [
    ["return", count("re-enter")],
    ["loop", count("loop")],
    ["back", count("back")],
  ] as const;
  const parts = counted
    .filter(([, times]) => times > 0)
    .map(([key, times]) => t(key, { count: times }));
  return parts.length > 0 ? parts.join(", ") : t("straight", { count: 0 });
}
