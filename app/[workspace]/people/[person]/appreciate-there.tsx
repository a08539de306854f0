import { useTranslations } from "next-intl";

import { TextLink } from "../../../_components/primitives/text-link.tsx";

/** Says why no like or repost is offered here and links to the original, where a person can give it. */
export function AppreciateThere({ url, network }: { url: string; network: string }) {
  const t = useTranslations("touchpoints.appreciate");
  return (
    <span className="block text-small font-normal text-ink-2">
      {t("peopleOnly", { network })}{" "}
      <TextLink href={url} isOut>
        {t("openThere", { network })}
      </TextLink>
    </span>
  );
}
