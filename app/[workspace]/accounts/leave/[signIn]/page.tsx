import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";

import { showSignIn } from "#lib/accounts/show-sign-in";
import { manifestOf } from "#lib/networks/registry";

import { orNotFound } from "../../../../_actions/or-not-found.ts";
import { signedInContext } from "../../../../_actions/signed-in-context.ts";
import { PageHead } from "../../../../_components/primitives/page-head.tsx";
import { Leave } from "./leave.tsx";

interface Props {
  params: Promise<{ workspace: string; signIn: string }>;
}

/** The last page before a network's own page: names the host that comes next and goes there. */
export default async function LeavePage({ params }: Props) {
  const { workspace, signIn: id } = await params;
  const ctx = await signedInContext(workspace);
  const { url, network } = await orNotFound(showSignIn(ctx, id));
  // The sign-in was used already: the browser's Back button leads here again.
  if (!url) redirect(`/${workspace}/accounts?sign-in=${encodeURIComponent(id)}`);
  const t = await getTranslations("connect.leave");
  const { label } = manifestOf(network);
  const { host } = new URL(url);
  return (
    <>
      <PageHead title={t("title", { network: label })} lead={t("lead", { network: label, host })} />
      {/* For the time before scripts have loaded, and for browsers without script. */}
      <noscript>
        <meta httpEquiv="refresh" content={`0;url=${url}`} />
      </noscript>
      <Leave url={url} label={t("go", { host })} />
    </>
  );
}
