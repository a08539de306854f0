import { useTranslations } from "next-intl";

import { neededOfEach, type Uplift } from "#lib/advocacy/show-uplift";

import { Section } from "../../_components/primitives/section.tsx";
import { HoldoutForm } from "./holdout-form.tsx";

/**
 * Compares suggested people with those left out at random; says so if the groups are too small to compare.
 */
export function UpliftPart({
  workspace,
  uplift,
  canChange,
}: {
  workspace: string;
  uplift: Uplift;
  canChange: boolean;
}) {
  const t = useTranslations("shout-outs.uplift");
  const { heldOutPercent: percent, suggested, heldOut, effect } = uplift;
  return (
    <Section title={t("title")}>
      {effect ? <Told uplift={uplift} effect={effect} /> : null}
      {percent === 0 && !effect ? <p className="text-ink-2">{t("off")}</p> : null}
      {percent > 0 && !effect ? (
        <p>
          {t("few", {
            percent,
            suggested: suggested.of,
            heldOut: heldOut.of,
            needed: neededOfEach,
          })}
        </p>
      ) : null}
      {canChange ? <HoldoutForm {...{ workspace, percent }} /> : null}
    </Section>
  );
}

function Told({
  uplift: { suggested, heldOut, thanked },
  effect: { difference, lower, upper },
}: {
  uplift: Uplift;
  effect: NonNullable<Uplift["effect"]>;
}) {
  const t = useTranslations("shout-outs.uplift");
  const b = (part: React.ReactNode) => <b>{part}</b>;
  const percentOf = ({ count, of }: Uplift["suggested"]) => Math.round((100 * count) / of);
  const points = Math.round(100 * difference);
  return (
    <>
      <p>
        {t.rich("told", {
          suggested: suggested.of,
          suggestedPercent: percentOf(suggested),
          heldOut: heldOut.of,
          heldOutPercent: percentOf(heldOut),
          b,
        })}
      </p>
      <p className="mt-2">
        {t.rich("difference", {
          points: Math.abs(points),
          direction: direction(points),
          lower: signed(lower),
          upper: signed(upper),
          isClear: lower > 0 || upper < 0 ? "yes" : "no",
          b,
        })}
      </p>
      <p className="mt-2 text-small text-ink-3">{t("help", { thanked })}</p>
    </>
  );
}

function direction(points: number): "more" | "less" | "none" {
  if (points === 0) return "none";
  return points > 0 ? "more" : "less";
}

function signed(share: number): string {
  const points = Math.round(100 * share);
  return points > 0 ? `+${points}` : String(points).replace("-", "−");
}
