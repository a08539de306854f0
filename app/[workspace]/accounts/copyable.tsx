"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Button } from "../../_components/primitives/button.tsx";
import { showToast } from "../../_components/primitives/toast.tsx";

interface Props {
  label: string;
  /** Exactly what is copied. */
  value: string;
  help?: ReactNode;
  copyLabel: string;
}

/** What has to be typed elsewhere to the letter; without script it is copied by hand. */
export function Copyable({ label, value, help, copyLabel }: Props) {
  const t = useTranslations("connect.callback");
  const copy = () =>
    void copied(value).then((isCopied) =>
      showToast(t(isCopied ? "copied" : "notCopied"), { isFailure: !isCopied }),
    );
  return (
    <>
      <p>
        <b>{label}</b>
        <code className="my-1 block rounded-2 border px-3 py-2 wrap-anywhere select-all">
          {value}
        </code>
        {help}
      </p>
      <div>
        <Button onClick={copy}>{copyLabel}</Button>
      </div>
    </>
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
