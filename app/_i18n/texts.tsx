import type { AbstractIntlMessages } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

import { MoreTexts } from "./more-texts.tsx";

/**
 * Sends these namespaces to the browser, in addition to those of outer layouts. A test checks which are
 * needed where.
 */
export async function Texts({ only, children }: { only: readonly string[]; children: ReactNode }) {
  return <MoreTexts messages={await textsOf(only)}>{children}</MoreTexts>;
}

async function textsOf(only: readonly string[]): Promise<AbstractIntlMessages> {
  const all = await getMessages();
  return Object.fromEntries(
    only.flatMap((namespace) => (all[namespace] ? [[namespace, all[namespace]]] : [])),
  );
}
