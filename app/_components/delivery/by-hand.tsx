import { useTranslations } from "next-intl";

import type { Delivery } from "#lib/deliveries/delivery";
import { manifestOf } from "#lib/networks/registry";

import { LinkButton } from "../primitives/button.tsx";
import { AnswerRow } from "../primitives/question-box.tsx";
import { AnswerButton } from "./answer-button.tsx";
import { CopyText } from "./copy-text.tsx";
import { PastedLink } from "./pasted-link.tsx";

/**
 * For a post that only a person may publish: link to the network's composer, and a field for the published
 * post's link.
 */
export function ByHand({ delivery }: { delivery: Delivery }) {
  const t = useTranslations("needs-you");
  const { label } = manifestOf(delivery.network);
  const { composerUrl, snapshot, part, partCount } = delivery;
  return (
    <>
      <AnswerRow>
        {composerUrl ? (
          <LinkButton href={composerUrl} target="_blank" rel="noreferrer" variant="ink">
            {t("openComposer", { network: label })}
          </LinkButton>
        ) : null}
        <CopyText text={snapshot.text} />
      </AnswerRow>
      <PastedLink isKnown={partCount === part} network={label} />
      <AnswerRow>
        <AnswerButton answer="is-there" label={t("give.posted")} />
        <AnswerButton answer="leave-out" variant="quiet" />
      </AnswerRow>
    </>
  );
}
