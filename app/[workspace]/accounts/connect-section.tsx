import { useTranslations } from "next-intl";

import type { Connector } from "#lib/networks/connector";

import type { FormState } from "../../_actions/form-state.ts";
import { Section } from "../../_components/primitives/section.tsx";
import { ConnectNetwork } from "./connect-network.tsx";

export interface ConnectEntry {
  workspace: string;
  /** Where this browser reaches us. */
  publicUrl: string;
  /** What came of a sign-in that the person is back from. */
  state: FormState | undefined;
}

/** Every network there is, each with its ways in. `about` is the one that `state` belongs to. */
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
      <div className="connect-list">
        {networks.map((connector) => (
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
