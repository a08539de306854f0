import { useNow, useTranslations } from "next-intl";
import Link from "next/link";

import type { ShoutOutList } from "#lib/advocacy/list-shout-outs";

import { Section } from "../../_components/primitives/section.tsx";
import { ShareBar } from "../../_components/primitives/share-bar.tsx";

const dayMs = 86_400_000;

/** People without a new moment who are still owed a thank-you. */
export function OwedLongest({
  workspace,
  owed,
}: {
  workspace: string;
  owed: ShoutOutList["owedLongest"];
}) {
  const t = useTranslations("shout-outs");
  const rules = useTranslations("rules");
  const now = useNow();
  const daysSince = (since: Date) => Math.floor((now.getTime() - since.getTime()) / dayMs);
  const most = Math.max(1, ...owed.map(({ since }) => daysSince(since)));
  return (
    <Section title={t("owedLongest")}>
      <p className="text-ink-2">{t(owed.length > 0 ? "owedLongestText" : "nobodyWaits")}</p>
      <ul>
        {owed.map(({ person, since, rule, name, acts }) => (
          <li key={person.id} className="grid grid-cols-[minmax(0,1fr)_auto] py-1.5">
            <Link href={`/${workspace}/people/${person.id}`}>
              <bdi>{person.displayName}</bdi>
            </Link>
            <b className="tabular-nums">{t("days", { days: daysSince(since) })}</b>
            <span className="col-span-full text-small text-ink-2">
              {t("line", { rule: name ?? rules(rule), count: acts })}
            </span>
            <ShareBar
              className="col-span-full mt-1 h-[3px] w-full"
              shares={[
                { key: "days", percent: (daysSince(since) / most) * 100, fill: "fill-ink-2" },
              ]}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
