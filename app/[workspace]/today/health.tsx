import { Check } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

import { accountHealth, type Account } from "#lib/accounts/account";

import { NetworkIcon } from "../../_components/network-icon.tsx";
import { Section } from "../../_components/primitives/section.tsx";
import { TextLink } from "../../_components/primitives/text-link.tsx";

/** Shows for each account whether posts can be sent. */
export function Health({
  workspace,
  accounts,
  now,
}: {
  workspace: string;
  accounts: readonly Account[];
  now: Date;
}) {
  const t = useTranslations("today");
  const connected = accounts.filter(({ state }) => state !== "disconnected");
  return (
    <Section
      title={t("health")}
      aside={
        connected.length === 0 ? (
          <TextLink href={`/${workspace}/accounts`}>{t("connect")}</TextLink>
        ) : null
      }
    >
      {connected.length === 0 ? <p className="text-ink-2">{t("noAccounts")}</p> : null}
      <ul>
        {connected.map((account) => (
          <AccountLine key={account.id} {...{ workspace, account, now }} />
        ))}
      </ul>
    </Section>
  );
}

function AccountLine({
  workspace,
  account,
  now,
}: {
  workspace: string;
  account: Account;
  now: Date;
}) {
  const t = useTranslations("today");
  const words = useTranslations("accounts.health");
  const format = useFormatter();
  const health = accountHealth(account, now);
  return (
    <li className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 border-b py-1">
      <NetworkIcon network={account.network} label={account.network} />
      <b className="min-w-0 truncate">{account.handle}</b>
      <span className="grow text-small text-ink-2">
        {words(health.kind, { until: health.until ?? now })}
        {account.lastPublishedAt
          ? `, ${t("lastPost", { when: format.relativeTime(account.lastPublishedAt, now) })}`
          : null}
      </span>
      {health.needsPerson ? (
        <TextLink href={`/${workspace}/accounts`}>
          {t(health.kind === "out-of-credit" ? "seeAccount" : "reconnect")}
        </TextLink>
      ) : null}
      {health.kind === "fine" ? <Check size={15} aria-hidden="true" /> : null}
    </li>
  );
}
