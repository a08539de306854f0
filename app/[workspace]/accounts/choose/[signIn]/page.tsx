import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";

import { showSignIn } from "#lib/accounts/show-sign-in";
import { manifestOf } from "#lib/networks/registry";

import { orNotFound } from "../../../../_actions/or-not-found.ts";
import { signedInContext } from "../../../../_actions/signed-in-context.ts";
import { PageHead } from "../../../../_components/primitives/page-head.tsx";
import { ChooseForm } from "./choose-form.tsx";

interface Props {
  params: Promise<{ workspace: string; signIn: string }>;
}

/**
 * Page to choose among the accounts that one sign-in opened. Nothing is connected before the choice is made.
 */
export default async function ChooseAccountsPage({ params }: Props) {
  const { workspace, signIn: id } = await params;
  const ctx = await signedInContext(workspace);
  const { state, offered, hasMore, network } = await orNotFound(showSignIn(ctx, id));
  if (state !== "choosing") redirect(`/${workspace}/accounts?sign-in=${encodeURIComponent(id)}`);
  const t = await getTranslations("connect");
  const { label } = manifestOf(network);
  const shown = offered.map(({ sort, unusable, ...account }) => ({
    ...account,
    sort: sort && t(`${network}.sorts.${sort}`),
    unusable: unusable && t(`failures.${unusable}`, { network: label, said: "" }),
  }));
  return (
    <>
      <PageHead
        title={t("choose.title", { network: label })}
        lead={t("choose.lead", { count: offered.length, network: label })}
      />
      <ChooseForm {...{ workspace, hasMore }} signInId={id} network={label} offered={shown} />
    </>
  );
}
