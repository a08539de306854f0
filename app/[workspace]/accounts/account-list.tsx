import { useTranslations } from "next-intl";

import type { Account } from "#lib/accounts/account";
import type { AccountSpending } from "#lib/spending/show-spending";

import { EmptyState } from "../../_components/primitives/empty-state.tsx";
import { Section } from "../../_components/primitives/section.tsx";
import { AccountRow } from "./account-row.tsx";

interface Props {
  workspace: string;
  accounts: readonly Account[];
  /** Number of deliveries that are still to be sent, by account id. */
  waiting: ReadonlyMap<string, number>;
  now: Date;
  timeZone: string;
  canConnect: boolean;
  spending: readonly AccountSpending[];
}

export function AccountList({ accounts, waiting, spending, ...rest }: Props) {
  const t = useTranslations("accounts");
  return (
    <Section title={t("connected")}>
      {accounts.length === 0 ? (
        <EmptyState>{t("none")}</EmptyState>
      ) : (
        <ul>
          {accounts.map((account) => (
            <AccountRow
              key={account.id}
              account={account}
              waiting={waiting.get(account.id) ?? 0}
              spending={spending.find(({ accountId }) => accountId === account.id)}
              {...rest}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}
