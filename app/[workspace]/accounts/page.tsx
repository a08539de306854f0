import { getTranslations } from "next-intl/server";
import { headers } from "next/headers";

import { accountHealth } from "#lib/accounts/account";
import { viewAccounts } from "#lib/views/accounts";

import { signedInContext } from "../../_actions/signed-in-context.ts";
import { originOf } from "../../_auth/settings.ts";
import { readQuery } from "../../_components/frame/read-query.ts";
import { Notice } from "../../_components/primitives/notice.tsx";
import { PageHead } from "../../_components/primitives/page-head.tsx";
import { AccountList } from "./account-list.tsx";
import { type AccountsQuery, formStateOf, problemIn } from "./come-back.ts";
import { ConnectSection } from "./connect-section.tsx";
import { ReconnectSection } from "./reconnect-section.tsx";
import { Returned } from "./returned.tsx";

interface Props {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<AccountsQuery>;
}

export default async function AccountsPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const ctx = await signedInContext(workspace);
  const t = await getTranslations("accounts");
  const query = await readQuery(searchParams);
  const { accounts, waiting, spending, canConnect, remembered, signIn, connected, again } =
    await viewAccounts(ctx, { signInId: query["sign-in"], reconnect: query.reconnect });
  const back = { signIn, connected, state: formStateOf(signIn), problem: problemIn(query) };
  const entry = {
    workspace,
    publicUrl: originOf(await headers()),
    state: back.state,
    remembered,
  };
  return (
    <>
      <PageHead
        title={t("title")}
        lead={t.rich("lead", {
          count: accounts.length,
          waiting: accounts.filter((one) => accountHealth(one, ctx.clock.now()).needsPerson).length,
          b: (part) => <b>{part}</b>,
        })}
      />

      <Returned workspace={workspace} back={back} />
      {canConnect && again ? (
        <ReconnectSection {...entry} connector={ctx.networks.get(again.network)} account={again} />
      ) : null}
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
          networks={ctx.networks.all}
          isFirst={accounts.length === 0}
          about={again ? undefined : signIn?.network}
        />
      ) : (
        <Notice>{t("managersOnly")}</Notice>
      )}
    </>
  );
}
