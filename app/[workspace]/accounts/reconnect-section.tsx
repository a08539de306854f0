import { useTranslations } from "next-intl";

import type { Account } from "#lib/accounts/account";
import type { Connector } from "#lib/networks/contract/connector";

import { Section } from "../../_components/primitives/section.tsx";
import type { ConnectEntry } from "./connect-entry.ts";
import { ConnectNetwork } from "./connect-network.tsx";

/** Sign-in methods of the network, to sign an existing account in again. */
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
