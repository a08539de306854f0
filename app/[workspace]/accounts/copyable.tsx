"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Button } from "../../_components/primitives/button.tsx";
import { showToast } from "../../_components/primitives/toast.tsx";

interface Props {
  label: string;
  /** The text that is copied, unchanged. */
  value: string;
  help?: ReactNode;
  copyLabel: string;
}

/** A value that has to be entered elsewhere exactly; without script it can be selected and copied. */
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

/** Copies the text; false if the browser refuses, as it does on pages without https. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
