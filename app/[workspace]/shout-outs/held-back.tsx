import { useTranslations } from "next-intl";
import Link from "next/link";

import type { ShoutOutList } from "#lib/advocacy/list-shout-outs";

import { Disclosure } from "../../_components/primitives/disclosure.tsx";
import { Section } from "../../_components/primitives/section.tsx";

type Held = ShoutOutList["heldBack"][number];

const mostNames = 6;

/** People who are not on the list because a rule holds them back, grouped by the rule. */
export function HeldBack({ workspace, held }: { workspace: string; held: readonly Held[] }) {
  const t = useTranslations("shout-outs");
  const reasons = [...new Set(held.map(({ reason }) => reason))];
  return (
    <Section title={t("heldBack")}>
      {held.length === 0 ? <p className="text-ink-2">{t("nobodyHeld")}</p> : null}
      <ul className="grid gap-3">
        {reasons.map((reason) => {
          const people = held.filter((one) => one.reason === reason);
          return (
            <li key={reason}>
              <p className="text-small text-ink-2">
                {t(`held.${reason}`)} · <b className="font-semibold text-ink">{people.length}</b>
              </p>
              <Names workspace={workspace} people={people} />
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Names({ workspace, people }: { workspace: string; people: readonly Held[] }) {
  const t = useTranslations("shout-outs");
  const names = (shown: readonly Held[]) => (
    <ul className="flex flex-wrap gap-x-3 gap-y-0.5">
      {shown.map(({ person }) => (
        <li key={person.id}>
          <Link
            className="inline-block min-h-6 font-semibold"
            href={`/${workspace}/people/${person.id}`}
          >
            <bdi>{person.displayName}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  );
  if (people.length <= mostNames) return names(people);
  return (
    <>
      {names(people.slice(0, mostNames))}
      <Disclosure summary={t("moreHeld", { count: people.length - mostNames })}>
        {names(people.slice(mostNames))}
      </Disclosure>
    </>
  );
}
