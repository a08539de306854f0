"use client";

import { useTranslations } from "next-intl";

import { SinglePage } from "./_components/frame/single-page.tsx";
import { Button } from "./_components/primitives/button.tsx";

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations("frame");
  return (
    <SinglePage title={t("errorTitle")} text={t("errorText")}>
      <Button variant="ink" onClick={reset}>
        {t("tryAgain")}
      </Button>
      {error.digest ? (
        <p className="text-small text-ink-3">{t("errorNumber", { number: error.digest })}</p>
      ) : null}
    </SinglePage>
  );
}
