import { getRequestConfig } from "next-intl/server";
import { cookies, headers } from "next/headers";

import { isLocale, preferredLocale } from "#lib/i18n/locale";
import { messagesOf } from "#lib/i18n/messages";

/** The language a visitor chose (cookie `locale`), else the best of ours for their browser. */
// oxlint-disable-next-line no-default-export -- next-intl asks for it
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get("locale")?.value;
  const locale = isLocale(chosen)
    ? chosen
    : preferredLocale((await headers()).get("accept-language"));
  return { locale, messages: messagesOf(locale), timeZone: "UTC" };
});
