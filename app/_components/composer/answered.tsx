import { useTranslations } from "next-intl";

import { NetworkIcon } from "../network-icon.tsx";
import { TextLink } from "../primitives/text-link.tsx";
import type { Answers } from "./composer-props.ts";

/** The text that this post replies to. */
export function Answered({ answers }: { answers: Answers }) {
  const t = useTranslations("compose");
  const { network, networkLabel, name, handle, text, url } = answers;
  const values = { name, handle, network: networkLabel, text };
  return (
    <figure className="grid gap-1 rounded-2 border border-line-2 bg-sunken px-3 py-2">
      <figcaption className="flex flex-wrap items-center gap-x-2 text-small text-ink-2">
        <NetworkIcon network={network} size={14} />
        {t("answers")}
        {url ? (
          <TextLink href={url} isInline isOut>
            {t("seeAnswered")}
          </TextLink>
        ) : null}
      </figcaption>
      <blockquote className="text-read wrap-anywhere">
        {text ? t("answering", values) : t("answeringWithoutText", values)}
      </blockquote>
    </figure>
  );
}
