import { getTranslations } from "next-intl/server";

import { SinglePage } from "./_components/frame/single-page.tsx";
import { LinkButton } from "./_components/primitives/button.tsx";

export default async function NotFoundPage() {
  const t = await getTranslations("frame");
  return (
    <SinglePage title={t("notFoundTitle")} text={t("notFoundText")}>
      <LinkButton href="/" variant="ink">
        {t("home")}
      </LinkButton>
    </SinglePage>
  );
}
