"use client";

import { type AbstractIntlMessages, IntlProvider, useLocale, useMessages } from "next-intl";
import { type ReactNode, useMemo } from "react";

import { withoutText } from "#lib/i18n/without-text";

/** Adds messages to those of the outer provider; locale and other settings are inherited. */
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
