import { CirclePause } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

import type { BlockedDelivery } from "#lib/publisher/list-blockers";

import { TextLink } from "../primitives/text-link.tsx";
import { blockerValues, placeToAct } from "./blocker-values.ts";

/** Notice at a post that will not be published: the reason and what to do about it. */
export function BlockerNotice({
  workspace,
  blocked,
  timeZone,
}: {
  workspace: string;
  blocked: BlockedDelivery;
  timeZone: string;
}) {
  const t = useTranslations("sending");
  const format = useFormatter();
  const { kind } = blocked.blocker;
  return (
    <p className="my-2 grid grid-cols-[auto_minmax(0,1fr)] gap-2 rounded-2 border border-edge bg-sunken px-3 py-2 text-body font-normal wrap-anywhere">
      <CirclePause className="mt-0.5" size={15} aria-hidden="true" />
      <span>
        <b className="font-semibold">
          {t(`blockers.${kind}`, blockerValues(blocked, format, timeZone))}
        </b>{" "}
        {t("keepsPlace")}{" "}
        <TextLink isInline href={`/${workspace}/${placeToAct(kind)}`}>
          {t(`blockerActs.${kind}`)}
        </TextLink>
      </span>
    </p>
  );
}

/** The blocker in one line, for lists of posts. */
export function BlockerSign({ blocked, timeZone }: { blocked: BlockedDelivery; timeZone: string }) {
  const t = useTranslations("sending.blockersShort");
  const format = useFormatter();
  return (
    <b className="inline-flex items-center gap-1">
      <CirclePause size={13} aria-hidden="true" />
      {t(blocked.blocker.kind, blockerValues(blocked, format, timeZone))}
    </b>
  );
}
