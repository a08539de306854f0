"use client";

import { Coins } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

import { priceOf } from "#lib/networks/contract/price";
import { handNotesOf } from "#lib/posts/hand-notes";

import { type ComposerAccount, type Draft, judged, partsOf } from "./draft.ts";

interface Props {
  accounts: readonly ComposerAccount[];
  draft: Draft;
  /** Detects a link by the network's rule; undefined until the rule is loaded. */
  hasLink: ((text: string) => boolean) | undefined;
}

/**
 * Price of publishing for each account whose network charges for posts. Posts that a person publishes by hand
 * are free.
 */
export function PriceNote({ accounts, draft, hasLink = hasScheme }: Props) {
  return accounts
    .filter(({ prices }) => prices)
    .map((account) => (
      <AccountPrice key={account.id} account={account} draft={draft} hasLink={hasLink} />
    ));
}

function AccountPrice({
  account,
  draft,
  hasLink,
}: {
  account: ComposerAccount;
  draft: Draft;
  hasLink: (text: string) => boolean;
}) {
  const t = useTranslations("spending.estimate");
  const format = useFormatter();
  const { prices, networkLabel: network } = account;
  if (!prices) return null;
  const byHand = new Set(handNotesOf(judged(draft), [account]).map(({ part }) => part));
  const ours = partsOf(draft, account.id).filter((_part, index) => !byHand.has(index + 1));
  if (ours.length === 0) return null;
  const each = ours.map((part) =>
    priceOf(part, prices, { hasLink: hasLink(part.text), answersOthers: false }),
  );
  const links = each.filter(({ reason }) => reason === "link").length;
  const total = each.reduce((sum, { usdMicros }) => sum + usdMicros, 0) / 1_000_000;
  const amount = format.number(total, {
    style: "currency",
    currency: "USD",
    currencyDisplay: "narrowSymbol",
    maximumFractionDigits: 3,
  });
  const [one, many] = links > 0 ? (["link", "links"] as const) : (["post", "thread"] as const);
  const count = links > 0 ? links : each.length;
  return (
    <p className="mt-2 flex items-center gap-2 text-small">
      <Coins size={15} aria-hidden="true" />
      {t(each.length > 1 ? many : one, { network, amount, count })}
    </p>
  );
}

function hasScheme(text: string): boolean {
  return /https?:\/\/\S/i.test(text);
}
