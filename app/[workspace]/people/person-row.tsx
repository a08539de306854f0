import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";

import type { PersonInList } from "#lib/people/people-list";
import type { Stage } from "#lib/workspaces/stage";

import { NetworkIcon } from "../../_components/network-icon.tsx";
import { Initials } from "../../_components/person/initials.tsx";
import { Chip } from "../../_components/primitives/chip.tsx";
import { StageChip } from "../../_components/stage/stage-chip.tsx";
import { stageName } from "../../_components/stage/stage-name.ts";
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
      <th scope="row">
        <div className="people-who">
          <Initials name={person.displayName} />
          <div className="min-w-0">
            <Link href={`/${workspace}/people/${person.id}`} className="people-name">
              {person.displayName}
            </Link>
            <span className="people-handles">
              {identities
                .filter(({ network }) => network !== "records")
                .map(({ network, handle }) => (
                  <span key={`${network}/${handle}`}>
                    <NetworkIcon network={network} size={12} label={network} /> {handle}
                  </span>
                ))}
            </span>
          </div>
          {person.role === "fan" ? null : <Chip>{t(`roles.${person.role}`)}</Chip>}
          {person.doNotThank ? <Chip>{t("neverThank")}</Chip> : null}
        </div>
      </th>
      <td>
        <Whereabouts row={row} stages={stages} />
      </td>
      <td className="people-number figures">{row.touchpointCount}</td>
      <td className="people-when">
        <time dateTime={person.lastSeenAt.toISOString()}>
          {format.dateTime(person.lastSeenAt, { day: "numeric", month: "short", year: "numeric" })}
        </time>
      </td>
    </tr>
  );
}

function Whereabouts({ row, stages }: { row: PersonInList; stages: readonly Stage[] }) {
  const t = useTranslations("people");
  const names = useTranslations("stages");
  const primary = stages.find(({ id }) => id === row.primaryStageId);
  const secondary = stages.find(({ id }) => id === row.secondaryStageId);
  if (row.isAway)
    return (
      <span className="people-away">
        <StageTile stage="away" />
        {t("away")}
      </span>
    );
  if (!primary) return <span className="text-ink-3">{t("unsure")}</span>;
  return (
    <span className="people-chips">
      <StageChip stage={primary.key} name={stageName(primary, names)} />
      {secondary ? (
        <StageChip stage={secondary.key} name={stageName(secondary, names)} isSecondary />
      ) : null}
    </span>
  );
}
