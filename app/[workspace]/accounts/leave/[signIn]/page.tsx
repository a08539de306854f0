import { getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";

import { showSignIn } from "#lib/accounts/show-sign-in";
import { isNamed } from "#lib/kernel/errors";
import { connectorFor } from "#lib/networks/registry";

import { signedInContext, type SignedInContext } from "../../../../_actions/signed-in-context.ts";
import { PageHead } from "../../../../_components/primitives/page-head.tsx";
import { Leave } from "./leave.tsx";

interface Props {
  params: Promise<{ workspace: string; signIn: string }>;
}

/** The last page of ours on the way to a network. Says whose page comes next, and goes there. */
export default async function LeavePage({ params }: Props) {
  const { workspace, signIn: id } = await params;
  const { url, network } = await signInOf(await signedInContext(workspace), id);
  // Been there already: the browser's way back leads here once more.
  if (!url) redirect(`/${workspace}/accounts?sign-in=${encodeURIComponent(id)}`);
  const t = await getTranslations("connect.leave");
  const { label } = connectorFor(network);
  const { host } = new URL(url);
  return (
    <>
      <PageHead title={t("title", { network: label })} lead={t("lead", { network: label, host })} />
      {/* Before any script has come, or where none ever does. */}
      <noscript>
        <meta httpEquiv="refresh" content={`0;url=${url}`} />
      </noscript>
      <Leave url={url} label={t("go", { host })} />
    </>
  );
}

async function signInOf(ctx: SignedInContext, id: string) {
  try {
    return await showSignIn(ctx, id);
  } catch (error) {
    if (isNamed(error, "NotFound") || isNamed(error, "Forbidden")) notFound();
    throw error;
  }
}
