import { useTranslations } from "next-intl";

import type { ShoutOutList } from "#lib/advocacy/list-shout-outs";

import { Section } from "../../_components/primitives/section.tsx";

const mostSquares = 120;

/** One square per person: people who earned a thank-you, and people who got one. */
export function Fairness({ fairness }: { fairness: ShoutOutList["fairness"] }) {
  const t = useTranslations("shout-outs");
  const { thanked, waiting, mostOften } = fairness;
  const squares = Math.min(mostSquares, thanked + waiting);
  return (
    <Section title={t("fairness")}>
      <p className="mb-2 flex flex-wrap gap-[3px]" aria-hidden="true">
        {Array.from({ length: squares }, (_, index) => (
          <span
            key={index}
            className={`size-[11px] rounded-[2px] border border-advocacy ${index < thanked ? "bg-advocacy" : ""}`}
          />
        ))}
      </p>
      <p>
        {t.rich("fairnessText", {
          thanked,
          waiting,
          earned: thanked + waiting,
          mostOften,
          b: (part) => <b>{part}</b>,
        })}
      </p>
    </Section>
  );
}
