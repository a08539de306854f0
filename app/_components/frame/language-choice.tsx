import { useLocale, useTranslations } from "next-intl";

import { chooseLanguageAction } from "../../_actions/users.ts";
import { TextButton } from "../primitives/text-link.tsx";

/** Language choice for people who are not signed in; works without script and is kept in a cookie. */
export function LanguageChoice() {
  const t = useTranslations("frame");
  const locale = useLocale();
  return (
    <form action={chooseLanguageAction} className="flex gap-4" aria-label={t("language")}>
      <TextButton
        type="submit"
        name="locale"
        value="en"
        lang="en"
        aria-pressed={locale.startsWith("en")}
      >
        English
      </TextButton>
      <TextButton
        type="submit"
        name="locale"
        value="nl"
        lang="nl"
        aria-pressed={locale.startsWith("nl")}
      >
        Nederlands
      </TextButton>
    </form>
  );
}
