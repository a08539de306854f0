"use client";

import { useTranslations } from "next-intl";

import { Button } from "../../_components/primitives/button.tsx";
import { FieldHelp } from "../../_components/primitives/field.tsx";
import { showToast } from "../../_components/primitives/toast.tsx";

/** What an app at the network has to be given, exactly; without script it is copied by hand. */
export function CallbackAddress({ text, address }: { text: string; address: string }) {
  const t = useTranslations("connect.callback");
  const copy = () =>
    void copied(address).then((isCopied) =>
      showToast(t(isCopied ? "copied" : "notCopied"), { isFailure: !isCopied }),
    );
  return (
    <div className="mt-4 grid max-w-[338px] gap-3">
      <p className="text-ink-2">{text}</p>
      <p>
        <b>{t("label")}</b>
        <code className="my-1 block rounded-2 border px-3 py-2 wrap-anywhere select-all">
          {address}
        </code>
        <FieldHelp>{t("help")}</FieldHelp>
      </p>
      <div>
        <Button onClick={copy}>{t("copy")}</Button>
      </div>
    </div>
  );
}

/** Browsers refuse on addresses without a lock. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
