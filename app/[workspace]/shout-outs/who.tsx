import { Check, Clock, Minus } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";

import type { Suggestion } from "#lib/advocacy/list-shout-outs";
import type { Stage } from "#lib/workspaces/stage";

import { NetworkIcon } from "../../_components/network-icon.tsx";
import { Initials } from "../../_components/person/initials.tsx";
import { LastThanked } from "../../_components/shout-out/last-thanked.tsx";
import { PathThumbnail } from "../../_components/stave/path-thumbnail.tsx";

/** The person, their journey, the last thank-you and their consent. */
export function Who({
  workspace,
  suggestion: { person, identity, path, lastThankedAt, consent },
  stages,
  timeZone,
  isFirst,
}: {
  workspace: string;
  suggestion: Suggestion;
  stages: readonly Stage[];
  timeZone: string;
  isFirst: boolean;
}) {
  const t = useTranslations("shout-outs");
  const lanes = stages.map(({ key }) => ({ key, name: key }));
  const Sign = consent === "given" ? Check : Minus;
  return (
    <div className="grid min-w-0 content-start gap-2 max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:items-center max-sm:[&>svg]:h-[30px] max-sm:[&>svg]:w-[92px]">
      <div className="flex items-center gap-3">
        <Initials name={person.displayName} />
        <div className="min-w-0">
          <Link href={`/${workspace}/people/${person.id}`} className="block truncate font-semibold">
            <bdi>{person.displayName}</bdi>
          </Link>
          <span className="flex items-center gap-1 text-small text-ink-2">
            <NetworkIcon network={identity.network} label={identity.network} size={12} />
            <span className="truncate">@{identity.handle.replace(/^@/, "")}</span>
          </span>
        </div>
      </div>
      <PathThumbnail points={path} lanes={lanes} size={isFirst ? "large" : "small"} />
      <ul className="grid gap-1 text-small text-ink-2 max-sm:col-span-full folded:hidden">
        <li className="flex items-center gap-2">
          <Clock size={13} aria-hidden="true" />
          <LastThanked at={lastThankedAt} timeZone={timeZone} />
        </li>
        <li className="flex items-center gap-2">
          <Sign size={13} aria-hidden="true" />
          {t(`consent.${consent}`)}
        </li>
      </ul>
    </div>
  );
}
