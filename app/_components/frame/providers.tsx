"use client";

import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";

import { ToastRegion } from "../primitives/toast.tsx";
import { useDocumentNonce } from "./document-nonce.tsx";

/**
 * Context that every page needs in the browser: theme before the first paint, texts of the component library,
 * toasts.
 */
export function Providers({
  locale,
  nonce,
  children,
}: {
  locale: string;
  nonce: string | undefined;
  children: ReactNode;
}) {
  const own = useDocumentNonce(nonce);
  return (
    <ThemeProvider
      attribute="class"
      enableSystem
      disableTransitionOnChange
      {...(own ? { nonce: own } : {})}
    >
      <I18nProvider locale={locale}>
        {children}
        <ToastRegion />
      </I18nProvider>
    </ThemeProvider>
  );
}
