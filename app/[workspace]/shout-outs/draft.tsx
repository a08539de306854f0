import { useLocale, useTranslations } from "next-intl";

import type { Suggestion } from "#lib/advocacy/list-shout-outs";
import { countText } from "#lib/networks/contract/limits";
import type { HandReason } from "#lib/networks/contract/tool-rules";
import { manifestOf } from "#lib/networks/registry";

import { NetworkIcon } from "../../_components/network-icon.tsx";
import { Actions } from "./actions.tsx";
import { ChooseWording } from "./choose-wording.tsx";
import { ReadFirst } from "./read-first.tsx";

/** The draft of the thank-you, where it will be published, and its actions. */
export function Draft({
  workspace,
  suggestion,
  isFirst,
  canAct,
}: {
  workspace: string;
  suggestion: Suggestion;
  isFirst: boolean;
  canAct: boolean;
}) {
  const { shoutOut, account, identity, person, act, byHand } = suggestion;
  const connector = manifestOf(account.network);
  const mention = connector.mention(identity.handle) ?? identity.displayName;
  if (shoutOut.needsCheck === "compliment" && act)
    return <ReadFirst {...{ workspace, act, canAct }} />;
  return (
    <div className="min-w-0">
      <div
        className="rounded-2 border bg-sunken p-3 text-read wrap-anywhere"
        lang={shoutOut.draft.language}
      >
        <p>
          <WithMention text={shoutOut.draft.text} mention={mention} />
        </p>
        <Facts {...{ workspace, suggestion, canAct }} />
        {byHand ? <ByHandNote network={connector.label} {...byHand} /> : null}
      </div>
      {canAct ? (
        <Actions
          {...{ workspace, isFirst, shoutOut }}
          byHand={byHand && { composer: byHand.composer, network: connector.label }}
          words={{
            name: person.displayName,
            text: shoutOut.draft.text,
            language: shoutOut.draft.language,
            profile: identity.url,
          }}
        />
      ) : null}
    </div>
  );
}

/** The draft's account, language, tone and length. */
function Facts({
  workspace,
  suggestion: { shoutOut, account, person, wordings },
  canAct,
}: {
  workspace: string;
  suggestion: Suggestion;
  canAct: boolean;
}) {
  const t = useTranslations("shout-outs");
  const locale = useLocale();
  const { label, limits } = manifestOf(account.network);
  const { language, text, wording } = shoutOut.draft;
  const { used, max } = countText(text, limits.text);
  return (
    <div
      className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-0.5 text-small text-ink-2"
      lang={locale}
    >
      <span className="inline-flex items-center gap-1">
        <NetworkIcon network={account.network} label={label} size={13} />
        {t(`kinds.${shoutOut.kind}`)} · {t(`languages.${language}`)} · {t("count", { used, max })}
      </span>
      {canAct ? (
        <ChooseWording
          {...{ workspace, wordings, language, name: person.displayName }}
          shoutOutId={shoutOut.id}
          current={wording}
        />
      ) : null}
    </div>
  );
}

function ByHandNote({ network, reason }: { network: string; reason: HandReason }) {
  const t = useTranslations("delivery.byHand");
  const locale = useLocale();
  return (
    <p className="mt-1.5 flex items-center gap-1 text-small text-ink-2" lang={locale}>
      {t(reason.code, { network, name: reason.name })}
    </p>
  );
}

function WithMention({ text, mention }: { text: string; mention: string }) {
  const at = text.indexOf(mention);
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <b className="border-b-2 border-advocacy">{mention}</b>
      {text.slice(at + mention.length)}
    </>
  );
}
