"use client";

import { useTranslations } from "next-intl";

import { copied } from "../../../_components/delivery/copied.ts";
import { Button } from "../../../_components/primitives/button.tsx";
import { TextField } from "../../../_components/primitives/field.tsx";
import { showToast } from "../../../_components/primitives/toast.tsx";

/** The invitation's link with a copy button; without script it can be selected and copied. */
export function InvitationLink({ link }: { link: string }) {
  const t = useTranslations("settings");
  const copy = () =>
    void copied(link).then((isCopied) =>
      showToast(t(isCopied ? "copied" : "notCopied"), { isFailure: !isCopied }),
    );
  return (
    <div className="grid gap-2 rounded-3 border border-ink bg-surface p-4" aria-live="polite">
      <TextField
        label={t("link.label")}
        help={t("link.help")}
        value={link}
        readOnly
        hasNoErrorRoom
        onFocus={(event) => event.target.select()}
      />
      <div>
        <Button variant="ink" onClick={copy}>
          {t("copy")}
        </Button>
      </div>
    </div>
  );
}
