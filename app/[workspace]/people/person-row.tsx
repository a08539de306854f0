import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";

import type { PersonInList } from "#lib/people/people-list";
import type { Stage } from "#lib/workspaces/stage";

import { NetworkIcon } from "../../_components/network-icon.tsx";
import { Initials } from "../../_components/person/initials.tsx";
import { Chip } from "../../_components/primitives/chip.tsx";
import { Cell, RowHead } from "../../_components/primitives/table.tsx";
import { StageChip } from "../../_components/stage/stage-chip.tsx";
import { stageName, stageNameOf } from "../../_components/stage/stage-name.ts";
import { StageTile } from "../../_components/stage/stage-tile.tsx";

export function PersonRow({
  workspace,
  row,
  stages,
}: {
  workspace: string;
  row: PersonInList;
  stages: readonly Stage[];
}) {
  const t = useTranslations("people");
  const format = useFormatter();
  const { person, identities } = row;
  return (
    <tr>
      <RowHead>
        <div className="flex min-h-row items-center gap-2.5 max-sm:flex-wrap max-sm:[&>:first-child]:hidden">
          <Initials name={person.displayName} />
          <div className="min-w-0">
            <Link
              href={`/${workspace}/people/${person.id}`}
              className="block font-semibold break-words hover:underline hover:underline-offset-3"
            >
              <bdi>{person.displayName}</bdi>
            </Link>
            <Handles identities={identities} />
          </div>
          {person.role === "fan" ? null : <Chip>{t(`roles.${person.role}`)}</Chip>}
          {person.doNotThank ? <Chip>{t("neverThank")}</Chip> : null}
        </div>
      </RowHead>
      <Cell>
        <Whereabouts row={row} stages={stages} />
      </Cell>
      <Cell isEnd className="max-sm:hidden">
        {row.touchpointCount}
      </Cell>
      <Cell isEnd className="ps-6 text-ink-3 max-sm:hidden">
        <time dateTime={person.lastSeenAt.toISOString()}>
          {format.dateTime(person.lastSeenAt, { day: "numeric", month: "short", year: "numeric" })}
        </time>
      </Cell>
    </tr>
  );
}

function Handles({ identities }: Pick<PersonInList, "identities">) {
  return (
    <span className="flex flex-wrap gap-x-2.5 gap-y-0.5 text-small text-ink-3">
      {identities
        .filter(({ network }) => network !== "records")
        .map(({ network, handle }) => (
          <span
            key={`${network}/${handle}`}
            className="inline-flex items-center gap-1 wrap-anywhere"
          >
            <NetworkIcon network={network} size={12} label={network} /> {handle}
          </span>
        ))}
    </span>
  );
}

function Whereabouts({ row, stages }: { row: PersonInList; stages: readonly Stage[] }) {
  const t = useTranslations("people");
  const names = useTranslations("stages");
  const primary = stages.find(({ id }) => id === row.primaryStageId);
  const secondary = stages.find(({ id }) => id === row.secondaryStageId);
  if (row.isAway)
    return (
      <span className="inline-flex flex-wrap items-center gap-x-1.5 gap-y-1 align-middle">
        <StageTile stage="away" />
        {t("away")}
      </span>
    );
  if (!primary) return <span className="text-ink-3">{t("unsure")}</span>;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5 gap-y-1 align-middle">
      <StageChip stage={primary.key} name={stageNameOf(row, primary, stages, names)} />
      {secondary ? (
        <StageChip stage={secondary.key} name={stageName(secondary, names)} isSecondary />
      ) : null}
    </span>
  );
}
