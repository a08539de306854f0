import { Check, CircleAlert, CirclePause } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

import { accountHealth, type Account, type AccountHealth } from "#lib/accounts/account";
import { manifestOf } from "#lib/networks/registry";
import type { AccountSpending } from "#lib/spending/show-spending";

import { NetworkIcon } from "../../_components/network-icon.tsx";
import { LinkButton } from "../../_components/primitives/button.tsx";
import { Chip } from "../../_components/primitives/chip.tsx";
import { TextLink } from "../../_components/primitives/text-link.tsx";
import { CheckButton } from "./check-button.tsx";
import { DisconnectButton } from "./disconnect-button.tsx";
import { PauseButton } from "./pause-button.tsx";
import { SpendingLine } from "./spending-line.tsx";

interface Props {
  workspace: string;
  account: Account;
  waiting: number;
  now: Date;
  timeZone: string;
  canConnect: boolean;
  /** Undefined if the network charges nothing. */
  spending: AccountSpending | undefined;
}

/** Shows an account, whether posts can be sent from it, and the actions for it. */
export function AccountRow(props: Props) {
  const { workspace, account, waiting, now, canConnect, spending } = props;
  const t = useTranslations("accounts");
  const { label } = manifestOf(account.network);
  const { kind } = accountHealth(account, now);
  return (
    <li className="grid grid-cols-[22px_minmax(130px,1fr)_minmax(156px,1.4fr)_auto] items-center gap-3 border-b py-3 max-sm:grid-cols-[22px_1fr]">
      <NetworkIcon network={account.network} label={label} size={18} />
      <Name account={account} />
      <Health {...props} />
      {canConnect ? (
        <span className="flex flex-wrap items-start justify-end gap-2 max-sm:col-start-2 max-sm:justify-start sm:has-[[data-found]]:col-[2/-1]">
          {kind === "needs-reconnect" ? (
            <LinkButton
              href={`/${workspace}/accounts?reconnect=${account.id}#again-${account.network}`}
            >
              {t("reconnect")}
            </LinkButton>
          ) : null}
          <CheckButton workspace={workspace} accountId={account.id} handle={account.handle} />
          <PauseButton
            workspace={workspace}
            accountId={account.id}
            handle={account.handle}
            state={account.state}
          />
          <DisconnectButton
            workspace={workspace}
            accountId={account.id}
            handle={account.handle}
            network={label}
            waiting={waiting}
          />
        </span>
      ) : null}
      {spending ? (
        <SpendingLine {...spending} {...{ workspace, network: label, canChange: canConnect }} />
      ) : null}
    </li>
  );
}

function Name({ account }: { account: Account }) {
  const t = useTranslations("accounts");
  const url = manifestOf(account.network).profileUrl(account);
  return (
    <span>
      <b>
        <bdi>{account.displayName}</bdi>
      </b>{" "}
      {manifestOf(account.network).isSimulated ? <Chip>{t("simulated")}</Chip> : null}
      <small className={more}>
        {url ? (
          <TextLink href={url} isInline isOut>
            @{account.handle}
          </TextLink>
        ) : (
          `@${account.handle}`
        )}
      </small>
      {account.limits?.isAssumed ? (
        <small className={more}>
          {t("assumedLimits", { max: account.limits.text.max, images: account.limits.images.max })}
        </small>
      ) : null}
    </span>
  );
}

function Health({ workspace, account, waiting, now, timeZone }: Props) {
  const t = useTranslations("accounts");
  const format = useFormatter();
  const { kind, needsPerson, until } = accountHealth(account, now);
  const network = manifestOf(account.network).label;
  const last = account.lastPublishedAt;
  return (
    <span className="max-sm:col-start-2">
      <span className="flex items-center gap-2 [&>svg]:flex-none">
        <HealthIcon kind={kind} needsPerson={needsPerson} />
        <span className={needsPerson ? "font-semibold" : undefined}>
          {t(`health.${kind}`, { until: until ?? now })}
        </span>
      </span>
      <small className={more}>
        {last
          ? t("lastPost", {
              when: format.dateTime(last, { dateStyle: "medium", timeStyle: "short", timeZone }),
            })
          : t("neverPosted")}
        {!last && waiting === 0 && !needsPerson ? (
          <>
            {" · "}
            <TextLink isInline href={`/${workspace}/compose`}>
              {t("firstPost")}
            </TextLink>
          </>
        ) : null}
        {waiting > 0 ? (
          <> · {t("waiting", { count: waiting, isBlocked: kind === "fine" ? "no" : "yes" })}</>
        ) : null}
        <Followers count={account.followers} />
        {account.problem ? <> · {t("problem", { network, problem: account.problem })}</> : null}
      </small>
    </span>
  );
}

function Followers({ count }: { count: number | null }) {
  const t = useTranslations("accounts");
  return count === null ? null : <> · {t("followers", { count })}</>;
}

const more = "block text-small wrap-anywhere text-ink-2";

function HealthIcon({ kind, needsPerson }: Pick<AccountHealth, "kind" | "needsPerson">) {
  if (needsPerson) return <CircleAlert aria-hidden size={15} />;
  return kind === "paused" ? (
    <CirclePause aria-hidden size={15} />
  ) : (
    <Check aria-hidden size={15} />
  );
}
