import { getRequestConfig } from "next-intl/server";
import { cookies, headers } from "next/headers";

import { isLocale, preferredLocale } from "#lib/i18n/locale";
import { messagesOf } from "#lib/i18n/messages";

import { currentUser } from "../_auth/session.ts";

/** British English, so that days come before months and the clock has 24 hours. */
const spoken = { en: "en-GB", nl: "nl-NL" };

/** The person's own language; signed out, the one chosen here (cookie `locale`) or the browser's. */
// oxlint-disable-next-line no-default-export -- next-intl asks for it
export default getRequestConfig(async () => {
  const user = await currentUser();
  const chosen = user?.locale ?? (await cookies()).get("locale")?.value;
  const locale = isLocale(chosen)
    ? chosen
    : preferredLocale((await headers()).get("accept-language"));
  return {
    locale: spoken[locale],
    messages: messagesOf(locale),
    timeZone: user?.timeZone ?? "UTC",
  };
});
