"use client";

import { useTranslations } from "next-intl";

import { countText } from "#lib/networks/contract/limits";

import { NetworkIcon } from "../network-icon.tsx";
import { type ComposerAccount, type Draft, shownParts } from "./draft.ts";

/** How full each account's longest part is, by its network's own rule. */
export function Counters({
  accounts,
  draft,
}: {
  accounts: readonly ComposerAccount[];
  draft: Draft;
}) {
  return (
    <ul className="counters">
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
    <li className={fullest.isOver ? "counter counter-over" : "counter"}>
      <NetworkIcon network={account.network} />
      <span className="counter-name">{account.networkLabel}</span>
      <span className="counter-bar" aria-hidden="true">
        <span style={{ width: `${share}%` }} />
      </span>
      <span className="figures">
        <b>{fullest.used}</b> <span className="text-ink-3">/ {fullest.max}</span>
      </span>
      <span className="text-small">{note(account, draft, fullest, t)}</span>
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
