import { getTranslations } from "next-intl/server";

import { Lonely } from "./_components/frame/lonely.tsx";
import { LinkButton } from "./_components/primitives/button.tsx";

export default async function NotFoundPage() {
  const t = await getTranslations("frame");
  return (
    <Lonely title={t("notFoundTitle")} text={t("notFoundText")}>
      <LinkButton href="/" variant="ink">
        {t("home")}
      </LinkButton>
    </Lonely>
  );
}
