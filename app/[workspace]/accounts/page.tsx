import { getTranslations } from "next-intl/server";

import { listAccounts } from "#lib/accounts/list-accounts";
import { networks } from "#lib/networks/registry";
import { countWaitingDeliveries } from "#lib/publishing/count-waiting-deliveries";

import { signedInContext } from "../../_actions/signed-in-context.ts";
import { Notice } from "../../_components/primitives/notice.tsx";
import { PageHead } from "../../_components/primitives/page-head.tsx";
import { AccountList } from "./account-list.tsx";
import { ConnectSection } from "./connect-section.tsx";

export default async function AccountsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const ctx = await signedInContext(workspace);
  const t = await getTranslations("accounts");
  const [accounts, waiting] = await Promise.all([listAccounts(ctx), countWaitingDeliveries(ctx)]);
  const canConnect = ctx.actor.role === "owner" || ctx.actor.role === "manager";
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <AccountList
        workspace={workspace}
        accounts={accounts}
        waiting={waiting}
        now={ctx.clock.now()}
        timeZone={ctx.workspace.timeZone}
        canConnect={canConnect}
      />
      {canConnect ? (
        <ConnectSection workspace={workspace} networks={networks} isFirst={accounts.length === 0} />
      ) : (
        <Notice>{t("managersOnly")}</Notice>
      )}
    </>
  );
}
