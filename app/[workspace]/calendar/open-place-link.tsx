"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";

import { NetworkIcon } from "../../_components/network-icon.tsx";
import { stageColours } from "../../_components/stage/stage-colours.ts";
import { StageTile } from "../../_components/stage/stage-tile.tsx";
import type { OpenPlace } from "./calendar-event.ts";

/** Link from a free slot to the composer, with the slot's time, accounts and stage. */
export function OpenPlaceLink({ place, workspace }: { place: OpenPlace; workspace: string }) {
  const t = useTranslations("calendar");
  const { at, time, stageKey, stageName, accounts } = place;
  const slot = accounts.map(({ accountId }) => accountId).join();
  const query = new URLSearchParams({ at, slot });
  if (stageKey) query.set("stage", stageKey);
  return (
    <Link
      className="calendar-open"
      href={`/${workspace}/compose?${query}`}
      aria-label={t("openPlace", {
        time,
        accounts: accounts.map(({ handle }) => `@${handle}`).join(", "),
        hasStage: stageKey ? "yes" : "no",
        stage: stageName,
      })}
      {...(stageKey ? stageColours(stageKey) : {})}
    >
      {stageKey ? <StageTile stage={stageKey} /> : null}
      <span className="tabular-nums">{time}</span>
      {accounts.map(({ accountId, network }) => (
        <NetworkIcon key={accountId} network={network} size={12} />
      ))}
      <span className="ms-auto">{t("free")}</span>
    </Link>
  );
}
