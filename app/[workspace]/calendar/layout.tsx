import type { ReactNode } from "react";

import { Texts } from "../../_i18n/texts.tsx";

export default function Layout({ children }: { children: ReactNode }) {
  return <Texts only={["calendar", "lists", "repeat"]}>{children}</Texts>;
}
