import { useTranslations } from "next-intl";

import type { Account } from "#lib/accounts/account";
import { callbackUrlOf } from "#lib/accounts/callback-url";
import { knownAnswers } from "#lib/accounts/known-answers";
import type { Connector } from "#lib/networks/contract/connector";

import { NetworkIcon } from "../../_components/network-icon.tsx";
import { Chip } from "../../_components/primitives/chip.tsx";
import { Disclosure } from "../../_components/primitives/disclosure.tsx";
import { CallbackAddress } from "./callback-address.tsx";
import type { ConnectEntry } from "./connect-entry.ts";
import { ConnectForm } from "./connect-form.tsx";
import { NetworkAbilities } from "./network-abilities.tsx";
import { listSignInMethods, type SignInMethod } from "./sign-in-methods.ts";

interface Props extends ConnectEntry {
  connector: Connector;
  /** The account to sign in again; undefined for a new one. */
  account?: Account;
}

/** Shows one network: what it can do and, behind a button, its requirements and sign-in methods. */
export function ConnectNetwork(props: Props) {
  const { connector, account, state } = props;
  const { network, label, isSimulated } = connector;
  const t = useTranslations("connect");
  const accounts = useTranslations("accounts");
  if (account) return <article id={`again-${network}`}>{<WaysIn {...props} />}</article>;
  return (
    <article
      id={`connect-${network}`}
      className="grid scroll-mt-6 grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-3 py-4 not-first:border-t @min-[760px]:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
    >
      <div>
        <h3 className="flex items-center gap-2">
          <NetworkIcon network={network} size={18} />
          {label} {isSimulated ? <Chip>{accounts("simulated")}</Chip> : null}
        </h3>
        <p className="max-w-[64ch] pt-1 text-ink-2">{t(`${network}.about`)}</p>
        <NetworkAbilities connector={connector} />
      </div>
      {asksNothing(props) ? (
        <WaysIn {...props} />
      ) : (
        <Disclosure isButton isOpen={state !== undefined} summary={t("open", { network: label })}>
          <WaysIn {...props} />
        </Disclosure>
      )}
    </article>
  );
}

/** Whether the network can be connected without any input. */
function asksNothing({ connector, publicUrl }: Props): boolean {
  const { offered, unavailable } = listSignInMethods(connector, publicUrl);
  return !unavailable && offered.every(({ fields }) => fields.length === 0);
}

function WaysIn(props: Props) {
  const { connector, publicUrl } = props;
  const { network, label } = connector;
  const t = useTranslations("connect");
  const { offered, unavailable } = listSignInMethods(connector, publicUrl);
  const [first, ...others] = offered;
  return (
    <div>
      {first?.kind === "page" && t.has(`${network}.app`) ? (
        <CallbackAddress text={t(`${network}.app`)} address={callbackUrlOf(publicUrl)} />
      ) : null}
      {unavailable ? (
        <p className="mt-3 text-ink-2">{t(`unavailable.${unavailable}`, { network: label })}</p>
      ) : null}
      {first ? <WayIn {...props} way={first} /> : null}
      {others.map((way) => (
        <Disclosure
          key={way.kind}
          className="mt-3"
          isOpen={isAbout(way, props)}
          summary={t(`${network}.otherWay`)}
        >
          <WayIn {...props} way={way} state={undefined} />
        </Disclosure>
      ))}
    </div>
  );
}

/**
 * Whether the form to sign in with answers is open at first: if an account is signed in again and no result
 * is shown.
 */
function isAbout(way: SignInMethod, { account, state }: Props): boolean {
  return way.kind === "answers" && account !== undefined && state === undefined;
}

function WayIn({
  workspace,
  connector,
  account,
  state,
  remembered,
  way,
}: Props & { way: SignInMethod }) {
  const { network, label } = connector;
  const t = useTranslations("connect");
  const known = {
    ...(way.kind === "page" && remembered[network]),
    ...(account && knownAnswers(way.fields, account)),
  };
  const begun = state ?? { typed: {} };
  return (
    <ConnectForm
      // A changed result remounts the form, so that the browser's values of the previous one are dropped.
      key={JSON.stringify(begun)}
      kind={way.kind}
      workspace={workspace}
      network={network}
      accountId={account?.id}
      before={{ ...begun, typed: { ...known, ...begun.typed } }}
      fields={way.fields.map((field) => ({
        ...field,
        label: t(`${network}.${field.name}.label`),
        help: t(`${network}.${field.name}.help`),
        options: (field.choices ?? []).map((value) => ({
          value,
          label: t(`${network}.${field.name}.choices.${value}`),
        })),
      }))}
      submitLabel={submitLabel(t, way, network, label)}
    />
  );
}

function submitLabel(
  t: ReturnType<typeof useTranslations<"connect">>,
  way: SignInMethod,
  network: string,
  label: string,
): string {
  if (way.kind === "page") return t("goThere", { network: label });
  return way.fields.length === 0 ? t(`${network}.start`) : t("connect");
}
