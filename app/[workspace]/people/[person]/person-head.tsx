import { useFormatter, useTranslations } from "next-intl";

import type { PersonJourney } from "#lib/journey/show-person-journey";
import { wallClock } from "#lib/kernel/local-time";
import { ownRecords } from "#lib/people/person";
import type { MergedPerson } from "#lib/people/show-merges";
import type { PersonInFull } from "#lib/people/show-person";

import { recordTouchpointAction } from "../../../_actions/engagement.ts";
import {
  changePersonAction,
  erasePersonAction,
  thankPersonAction,
} from "../../../_actions/people.ts";
import type { SignedInContext } from "../../../_actions/signed-in-context.ts";
import { AddTouchpoint } from "../../../_components/person/add-touchpoint.tsx";
import { Initials } from "../../../_components/person/initials.tsx";
import { PageHead } from "../../../_components/primitives/page-head.tsx";
import { stageNameOf } from "../../../_components/stage/stage-name.ts";
import { PersonMenu } from "./person-menu.tsx";
import { ThankButton } from "./thank-button.tsx";

export function PersonHead({
  ctx,
  shown,
  merged,
  journey,
  thankCount,
}: {
  ctx: SignedInContext;
  shown: PersonInFull;
  merged: readonly MergedPerson[];
  journey: PersonJourney;
  thankCount: number;
}) {
  const name = shown.person.displayName;
  return (
    <PageHead
      title={
        <span className="flex items-center gap-4 wrap-anywhere [&>:first-child]:-mb-[34px]">
          <Initials name={name} size={52} />
          <span>
            <bdi>{name}</bdi>
          </span>
        </span>
      }
      lead={
        <span className="block ps-[68px]">
          <PersonFacts shown={shown} />
          <Sentence journey={journey} count={thankCount} />
        </span>
      }
      actions={<Actions ctx={ctx} shown={shown} merged={merged} />}
    />
  );
}

function Actions({
  ctx,
  shown: { person, identities },
  merged,
}: {
  ctx: SignedInContext;
  shown: PersonInFull;
  merged: readonly MergedPerson[];
}) {
  const t = useTranslations("people");
  const { slug, timeZone } = ctx.workspace;
  const name = person.displayName;
  const known = new Set(identities.map(({ network }) => network));
  return (
    <>
      <AddTouchpoint
        person={{ id: person.id, name }}
        now={wallClock(ctx.clock.now(), timeZone)}
        timeZone={timeZone}
        networks={[...known].filter((network) => network !== ownRecords)}
        onAdd={recordTouchpointAction.bind(null, slug)}
      />
      <PersonMenu
        person={person}
        merged={merged.map(({ displayName }) => displayName)}
        peopleHref={`/${slug}/people`}
        onChange={changePersonAction.bind(null, slug)}
        onErase={erasePersonAction.bind(null, slug)}
      />
      {person.doNotThank ? null : (
        <ThankButton
          personId={person.id}
          label={t("thank", { name: name.split(/\s/)[0] ?? name })}
          href={`/${slug}/shout-outs`}
          onThank={thankPersonAction.bind(null, slug)}
        />
      )}
    </>
  );
}

function PersonFacts({ shown: { person } }: { shown: PersonInFull }) {
  const t = useTranslations("people");
  const format = useFormatter();
  const facts = [
    person.role === "fan" ? "" : t(`roles.${person.role}`),
    person.language === "nl" || person.language === "en" ? t(`writes.${person.language}`) : "",
    t("knownSince", {
      date: format.dateTime(person.firstSeenAt, {
        day: "numeric",
        month: "short",
        year: "numeric",
      }),
    }),
    person.doNotThank ? t("neverThank") : "",
    person.note ?? "",
  ];
  return <span className="text-small text-ink-3 block">{facts.filter(Boolean).join(" · ")}</span>;
}

function Sentence({ journey, count }: { journey: PersonJourney; count: number }) {
  const t = useTranslations("people");
  const names = useTranslations("stages");
  const format = useFormatter();
  const { belief, moves, stages } = journey;
  const b = (part: React.ReactNode) => <b>{part}</b>;
  const thanked = t("thanked", { count });
  const date = (at: Date) => format.dateTime(at, { day: "numeric", month: "long" });
  const stage = stages.find(({ id }) => id === belief?.primaryStageId);
  const since = moves.findLast(({ toStageId }) => toStageId === stage?.id)?.at;
  if (belief?.isAway) return t.rich("leadAway", { date: date(belief.lapsesAt), thanked, b });
  if (!belief || !stage || !since) return t.rich("leadNew", { thanked, b });
  return t.rich("leadIn", {
    stage: stageNameOf(belief, stage, stages, names),
    date: date(since),
    thanked,
    b,
  });
}
