"use client";

import { useTranslations } from "next-intl";

import { countText } from "#lib/networks/contract/limits";

import { NetworkIcon } from "../network-icon.tsx";
import { ShareBar } from "../primitives/share-bar.tsx";
import { type ComposerAccount, type Draft, shownParts } from "./draft.ts";

/** Length of each account's longest part, by the rule of its network. */
export function Counters({
  accounts,
  draft,
}: {
  accounts: readonly ComposerAccount[];
  draft: Draft;
}) {
  return (
    <ul className="grid gap-1 pt-3">
      {accounts.map((account) => (
        <Counter key={account.id} account={account} draft={draft} />
      ))}
    </ul>
  );
}

function Counter({ account, draft }: { account: ComposerAccount; draft: Draft }) {
  const t = useTranslations("compose");
  const { limits } = account;
  const counts = shownParts(draft, account.id).map((part) =>
    countText(part.text, limits.text, limits.hasWarnings ? part.warning : ""),
  );
  const fullest = counts.reduce((most, count) =>
    count.used > most.used || count.isOver ? count : most,
  );
  const share = Math.min(100, (fullest.used / fullest.max) * 100);
  return (
    <li
      className={`grid grid-cols-[16px_76px_minmax(60px,220px)_76px_minmax(0,1fr)] items-center gap-2 max-sm:grid-cols-[16px_1fr_auto] ${fullest.isOver ? "font-semibold text-danger" : ""}`}
    >
      <NetworkIcon network={account.network} />
      <span className="overflow-hidden text-ellipsis">{account.networkLabel}</span>
      <ShareBar
        className="h-[5px] w-full overflow-hidden rounded-[3px] bg-line max-sm:hidden"
        shares={[
          { key: "used", percent: share, fill: fullest.isOver ? "fill-danger" : "fill-ink" },
        ]}
      />
      <span className="tabular-nums">
        <b className="font-semibold">{fullest.used}</b>{" "}
        <span className={fullest.isOver ? "" : "text-ink-3"}>/ {fullest.max}</span>
      </span>
      <span className="text-small max-sm:col-[2/-1]">{note(account, draft, fullest, t)}</span>
    </li>
  );
}

function note(
  account: ComposerAccount,
  draft: Draft,
  count: { used: number; max: number; isOver: boolean },
  t: ReturnType<typeof useTranslations<"compose">>,
): string {
  if (count.isOver)
    return count.used > count.max ? t("over", { count: count.used - count.max }) : t("overBytes");
  if (account.id in draft.versions) return t("ownVersionNote");
  if (
    account.limits.text.linkLength &&
    /https?:\/\//.test(draft.parts.map((part) => part.text).join())
  )
    return t("linkCounts", { length: account.limits.text.linkLength });
  return t("left", { count: count.max - count.used });
}
