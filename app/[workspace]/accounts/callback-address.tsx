import { useTranslations } from "next-intl";

import { FieldHelp } from "../../_components/primitives/field.tsx";
import { Copyable } from "./copyable.tsx";

/** Shows the callback address that has to be registered, exactly as it is, with the app at the network. */
export function CallbackAddress({ text, address }: { text: string; address: string }) {
  const t = useTranslations("connect.callback");
  return (
    <div className="mt-4 grid max-w-[338px] gap-3">
      <p className="text-ink-2">{text}</p>
      <Copyable
        label={t("label")}
        value={address}
        copyLabel={t("copy")}
        help={<FieldHelp>{t("help")}</FieldHelp>}
      />
    </div>
  );
}
