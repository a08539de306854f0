import { useTranslations } from "next-intl";

import { manifestOf } from "#lib/networks/registry";

import { Notice } from "../../_components/primitives/notice.tsx";
import { TextLink } from "../../_components/primitives/text-link.tsx";
import type { ComeBack } from "./come-back.ts";

/** Notice at the top of the page for a person who returned from a network. */
export function Returned({ workspace, back }: { workspace: string; back: ComeBack }) {
  return hasSentence(back) ? (
    <div className="px-6 pt-4 max-sm:px-4">
      <Sentence workspace={workspace} back={back} />
    </div>
  ) : null;
}

function hasSentence({ connected, problem, state }: ComeBack): boolean {
  return Boolean(connected ?? problem ?? state?.refusal);
}

/** Errors in the answers of a form are shown at the form instead. */
function Sentence({ workspace, back }: { workspace: string; back: ComeBack }) {
  const t = useTranslations("connect");
  const refusals = useTranslations("refusals");
  const { connected, problem, signIn, state } = back;
  if (connected) {
    const { label: network } = manifestOf(connected.network);
    return (
      <Notice>
        {t("connectedAs", { handle: connected.handle, network })} {t("next")}{" "}
        <TextLink isInline href={`/${workspace}/compose?account=${connected.id}`}>
          {t("nextAct")}
        </TextLink>
      </Notice>
    );
  }
  if (problem) return <Notice tone="danger">{refusals(problem)}</Notice>;
  if (!signIn || !state?.refusal) return null;
  const { label: network } = manifestOf(signIn.network);
  return (
    <Notice tone="danger">
      {t("notConnected", { network })}{" "}
      <TextLink isInline href={`#${signIn.accountId ? "again" : "connect"}-${signIn.network}`}>
        {t("whyNot")}
      </TextLink>
    </Notice>
  );
}
