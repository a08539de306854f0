import { useTranslations } from "next-intl";

import { TextLink } from "../../../_components/primitives/text-link.tsx";

/** Why no like or repost is offered, and the way to where a person may give it. */
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
