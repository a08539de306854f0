import { useTranslations } from "next-intl";

import type { ShoutOutList } from "#lib/advocacy/list-shout-outs";

import { Section } from "../../_components/primitives/section.tsx";

const mostSquares = 120;

/** A square a person: who earned a thank-you, and who got one. */
export function Fairness({ fairness }: { fairness: ShoutOutList["fairness"] }) {
  const t = useTranslations("shout-outs");
  const { thanked, waiting, mostOften } = fairness;
  const squares = Math.min(mostSquares, thanked + waiting);
  return (
    <Section title={t("fairness")}>
      <p className="fairness-squares" aria-hidden="true">
        {Array.from({ length: squares }, (_, index) => (
          <span key={index} className={index < thanked ? "is-thanked" : undefined} />
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
