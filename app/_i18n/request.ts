import { getRequestConfig } from "next-intl/server";
import { cookies, headers } from "next/headers";

import { isLocale, preferredLocale, spokenLocale } from "#lib/i18n/locale";
import { messagesOf } from "#lib/i18n/messages";
import { withoutText } from "#lib/i18n/without-text";

import { currentUser } from "../_auth/session.ts";

/** Returns the user's language; if signed out, that of the cookie `locale` or of the browser. */
// oxlint-disable-next-line no-default-export -- next-intl asks for it
export default getRequestConfig(async () => {
  const user = await currentUser();
  const chosen = user?.locale ?? (await cookies()).get("locale")?.value;
  const locale = isLocale(chosen)
    ? chosen
    : preferredLocale((await headers()).get("accept-language"));
  const messages = messagesOf(locale);
  return {
    locale: spokenLocale(locale),
    messages,
    getMessageFallback: () => withoutText(messages),
    timeZone: user?.timeZone ?? "UTC",
  };
});
