import { useTranslations } from "next-intl";

import type { Connector } from "#lib/networks/contract/connector";

import { Section } from "../../_components/primitives/section.tsx";
import type { ConnectEntry } from "./connect-entry.ts";
import { ConnectNetwork } from "./connect-network.tsx";

/** Lists every network with its sign-in methods. `about` is the network that `state` belongs to. */
export function ConnectSection({
  networks,
  isFirst,
  about,
  state,
  ...entry
}: ConnectEntry & {
  networks: readonly Connector[];
  isFirst: boolean;
  about: string | undefined;
}) {
  const t = useTranslations("accounts");
  return (
    <Section title={isFirst ? t("connectFirst") : t("connectMore")}>
      <div className="@container grid">
        {inOrder(networks, isFirst).map((connector) => (
          <ConnectNetwork
            {...entry}
            key={connector.network}
            connector={connector}
            state={connector.network === about ? state : undefined}
          />
        ))}
      </div>
    </Section>
  );
}

/**
 * Sorts simulated networks first while no account is connected, since they need no input; last afterwards.
 */
function inOrder(networks: readonly Connector[], isFirst: boolean): readonly Connector[] {
  return networks.toSorted((one, other) => {
    const order = Number(other.isSimulated ?? false) - Number(one.isSimulated ?? false);
    return isFirst ? order : -order;
  });
}
