import { useTranslations } from "next-intl";
import Link from "next/link";

import type { ShoutOutList } from "#lib/advocacy/list-shout-outs";

import { Section } from "../../_components/primitives/section.tsx";

const most = 12;

/** Who would be on the list if a rule did not hold them back, and which rule. */
export function HeldBack({
  workspace,
  held,
}: {
  workspace: string;
  held: ShoutOutList["heldBack"];
}) {
  const t = useTranslations("shout-outs");
  return (
    <Section title={t("heldBack")}>
      {held.length === 0 ? <p className="text-ink-2">{t("nobodyHeld")}</p> : null}
      <ul>
        {held.slice(0, most).map(({ person, reason }) => (
          <li key={person.id} className="flex flex-wrap gap-x-2 py-1">
            <Link className="font-semibold" href={`/${workspace}/people/${person.id}`}>
              {person.displayName}
            </Link>
            <span className="text-small text-ink-2">{t(`held.${reason}`)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
