"use client";

import { useTranslations } from "next-intl";

import { Button } from "../primitives/button.tsx";
import { showToast } from "../primitives/toast.tsx";
import { copied } from "./copied.ts";

/** Button that copies the text; without script it can be selected. */
export function CopyText({ text }: { text: string }) {
  const t = useTranslations("needs-you");
  const copy = () =>
    void copied(text).then((isCopied) =>
      showToast(t(isCopied ? "copied" : "notCopied"), { isFailure: !isCopied }),
    );
  return <Button onClick={copy}>{t("copy")}</Button>;
}
