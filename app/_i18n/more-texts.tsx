"use client";

import { type AbstractIntlMessages, IntlProvider, useLocale, useMessages } from "next-intl";
import { type ReactNode, useMemo } from "react";

import { withoutText } from "#lib/i18n/without-text";

/** What was there already stays; everything else about language is taken over from above. */
export function MoreTexts({
  messages,
  children,
}: {
  messages: AbstractIntlMessages;
  children: ReactNode;
}) {
  const above = useMessages();
  const all = useMemo(() => ({ ...above, ...messages }), [above, messages]);
  return (
    <IntlProvider locale={useLocale()} messages={all} getMessageFallback={() => withoutText(all)}>
      {children}
    </IntlProvider>
  );
}
