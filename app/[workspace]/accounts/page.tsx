import { getTranslations } from "next-intl/server";
import { headers } from "next/headers";

import { listAccounts } from "#lib/accounts/list-accounts";
import { countWaitingDeliveries } from "#lib/deliveries/list-deliveries";
import { networks } from "#lib/networks/registry";
import { showSpending } from "#lib/spending/show-spending";

import { signedInContext } from "../../_actions/signed-in-context.ts";
import { originOf } from "../../_auth/settings.ts";
import { Notice } from "../../_components/primitives/notice.tsx";
import { PageHead } from "../../_components/primitives/page-head.tsx";
import { AccountList } from "./account-list.tsx";
import { type AccountsQuery, comeBack } from "./come-back.ts";
import { ConnectSection } from "./connect-section.tsx";
import { ReconnectSection } from "./reconnect-section.tsx";
import { remembered } from "./remembered.ts";
import { Returned } from "./returned.tsx";

interface Props {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<AccountsQuery>;
}

export default async function AccountsPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const ctx = await signedInContext(workspace);
  const t = await getTranslations("accounts");
  const [accounts, waiting, spending] = await Promise.all([
    listAccounts(ctx),
    countWaitingDeliveries(ctx),
    showSpending(ctx),
  ]);
  const canConnect = ctx.actor.role === "owner" || ctx.actor.role === "manager";
  const back = await comeBack(ctx, accounts, await searchParams);
  const entry = {
    workspace,
    publicUrl: originOf(await headers()),
    state: back.state,
    remembered: canConnect ? await remembered(ctx) : {},
  };
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <Returned back={back} />
      {canConnect && back.again ? <ReconnectSection {...entry} account={back.again} /> : null}
      <AccountList
        workspace={workspace}
        accounts={accounts}
        waiting={waiting}
        spending={spending}
        now={ctx.clock.now()}
        timeZone={ctx.workspace.timeZone}
        canConnect={canConnect}
      />
      {canConnect ? (
        <ConnectSection
          {...entry}
          networks={networks}
          isFirst={accounts.length === 0}
          about={back.again ? undefined : back.signIn?.network}
        />
      ) : (
        <Notice>{t("managersOnly")}</Notice>
      )}
    </>
  );
}
