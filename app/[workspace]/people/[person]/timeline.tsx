import { useTranslations } from "next-intl";
import Form from "next/form";

import { touchpointTypes } from "#lib/engagement/touchpoint";
import type { TouchpointPage } from "#lib/engagement/touchpoint-list";
import type { PersonJourney } from "#lib/journey/show-person-journey";

import { Button } from "../../../_components/primitives/button.tsx";
import { ChooseAtOnce } from "../../../_components/primitives/choose-at-once.tsx";
import { Paging } from "../../../_components/primitives/paging.tsx";
import { Section } from "../../../_components/primitives/section.tsx";
import { TextLink } from "../../../_components/primitives/text-link.tsx";
import type { Gifts } from "./gifts.ts";
import { TimelineEntry } from "./timeline-entry.tsx";
import { timelineAddress, type TimelineQuery } from "./timeline-view.ts";
import { timelineOf } from "./timeline.ts";

/** Everything the person did, newest first: moves in bold, a silence as a dotted row. */
export function Timeline({
  base,
  query,
  page,
  journey,
  networks,
  now,
  gifts,
}: {
  base: string;
  query: TimelineQuery;
  page: TouchpointPage;
  journey: PersonJourney;
  networks: readonly string[];
  now: Date;
  gifts: Gifts;
}) {
  const t = useTranslations("people.timeline");
  const until = query.after ? (page.touchpoints[0]?.touchpoint.occurredAt ?? now) : now;
  const isWhole = !query.kind && !query.channel;
  const rows = timelineOf(page.touchpoints, journey.moves, until).filter(
    (row) => isWhole || row.kind !== "quiet",
  );
  return (
    <Section title={t("title")} aside={<Filters base={base} query={query} networks={networks} />}>
      {rows.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      <ol>
        {rows.map((row) => (
          <TimelineEntry key={row.key} row={row} journey={journey} now={now} gifts={gifts} />
        ))}
      </ol>
      {query.after || page.next ? (
        <Paging label={t("paging")}>
          {query.after ? (
            <TextLink href={timelineAddress(base, { ...query, after: "" })}>{t("newest")}</TextLink>
          ) : null}
          {page.next ? (
            <TextLink href={timelineAddress(base, { ...query, after: page.next })}>
              {t("older")}
            </TextLink>
          ) : null}
        </Paging>
      ) : null}
    </Section>
  );
}

function Filters({
  base,
  query,
  networks,
}: {
  base: string;
  query: TimelineQuery;
  networks: readonly string[];
}) {
  const t = useTranslations("people.timeline");
  const types = useTranslations("touchpoints.types");
  const known = [...new Set(networks)].filter((network) => network !== "records");
  return (
    <Form action={base} className="flex flex-wrap gap-2">
      <ChooseAtOnce
        className="w-auto max-sm:max-w-[132px]"
        name="kind"
        aria-label={t("kind")}
        defaultValue={query.kind ?? ""}
      >
        <option value="">{t("allKinds")}</option>
        {touchpointTypes.map((type) => (
          <option key={type} value={type}>
            {types(type)}
          </option>
        ))}
      </ChooseAtOnce>
      {known.length > 1 ? (
        <ChooseAtOnce
          className="w-auto max-sm:max-w-[132px]"
          name="channel"
          aria-label={t("network")}
          defaultValue={query.channel ?? ""}
        >
          <option value="">{t("allNetworks")}</option>
          {known.map((network) => (
            <option key={network}>{network}</option>
          ))}
        </ChooseAtOnce>
      ) : null}
      <noscript>
        <Button type="submit">{t("show")}</Button>
      </noscript>
    </Form>
  );
}
