import { useTranslations } from "next-intl";

import type { Connector } from "#lib/networks/connector";

import { NetworkIcon } from "../../_components/network-icon.tsx";
import { Chip } from "../../_components/primitives/chip.tsx";
import { Section } from "../../_components/primitives/section.tsx";
import { ConnectForm } from "./connect-form.tsx";

/** One form a network, made from what its connector asks for. */
export function ConnectSection({
  workspace,
  networks,
  isFirst,
}: {
  workspace: string;
  networks: readonly Connector[];
  isFirst: boolean;
}) {
  const t = useTranslations("accounts");
  const connect = useTranslations("connect");
  return (
    <Section title={isFirst ? t("connectFirst") : t("connectMore")}>
      <div className="connect-list">
        {networks.map(({ network, label, isSimulated, connectFields }) => (
          <article key={network} id={`connect-${network}`} className="connect-network">
            <h3>
              <NetworkIcon network={network} size={16} />
              {label} {isSimulated ? <Chip>{t("simulated")}</Chip> : null}
            </h3>
            <p className="text-ink-2">{connect(`${network}.about`)}</p>
            <ConnectForm
              workspace={workspace}
              network={network}
              fields={connectFields.map((field) => ({
                ...field,
                label: connect(`${network}.${field.name}.label`),
                help: connect(`${network}.${field.name}.help`),
              }))}
              submitLabel={
                connectFields.length === 0 ? connect(`${network}.start`) : connect("connect")
              }
            />
          </article>
        ))}
      </div>
    </Section>
  );
}
