import { useTranslations } from "next-intl";

import type { Account } from "#lib/accounts/account";
import type { Connector } from "#lib/networks/contract/connector";

import { Section } from "../../_components/primitives/section.tsx";
import type { ConnectEntry } from "./connect-entry.ts";
import { ConnectNetwork } from "./connect-network.tsx";

/** The network's ways in once more, for one account that is here already. */
export function ReconnectSection({
  account,
  ...entry
}: ConnectEntry & { account: Account; connector: Connector }) {
  const t = useTranslations("connect");
  return (
    <Section title={t("again", { handle: account.handle })}>
      <ConnectNetwork {...entry} account={account} />
    </Section>
  );
}
