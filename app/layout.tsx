import "./globals.css";
import type { Metadata, Viewport } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";

import { contentNonce } from "./_components/frame/content-nonce.ts";
import { DocumentNonce } from "./_components/frame/document-nonce.tsx";
import { NetworkSigns } from "./_components/frame/network-signs.tsx";
import { Providers } from "./_components/frame/providers.tsx";
import { Texts } from "./_i18n/texts.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("frame");
  return {
    title: { default: "Shoutloop", template: "%s · Shoutloop" },
    description: t("description"),
    icons: { icon: [{ url: "/icon.svg", type: "image/svg+xml" }] },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f3f4f1" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1113" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, nonce] = await Promise.all([getLocale(), contentNonce()]);
  return (
    <html lang={locale} suppressHydrationWarning>
      <head>
        <DocumentNonce nonce={nonce} />
      </head>
      <body>
        <NetworkSigns />
        <NextIntlClientProvider messages={{}}>
          <Texts only={["common", "frame", "refusals"]}>
            <Providers locale={locale} nonce={nonce}>
              {children}
            </Providers>
          </Texts>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
