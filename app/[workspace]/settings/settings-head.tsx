import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { PageHead } from "../../_components/primitives/page-head.tsx";
import { Segmented } from "../../_components/primitives/segmented.tsx";

/** Head of the settings, with links to personal settings, workspace settings and members. */
export function SettingsHead({
  workspace,
  current,
  lead,
}: {
  workspace: string;
  current:
    | "you"
    | "workspace"
    | "stages"
    | "rules"
    | "words"
    | "thanks"
    | "queue"
    | "publishing"
    | "members";
  lead: ReactNode;
}) {
  const t = useTranslations("settings");
  const sending = useTranslations("sending");
  const rules = useTranslations("rule-settings");
  const drafts = useTranslations("draft-settings");
  const queue = useTranslations("queue");
  const base = `/${workspace}/settings`;
  const items = [
    { href: base, label: t("you"), isCurrent: current === "you" },
    { href: `${base}/workspace`, label: t("workspace"), isCurrent: current === "workspace" },
    { href: `${base}/stages`, label: t("stages"), isCurrent: current === "stages" },
    { href: `${base}/rules`, label: rules("title"), isCurrent: current === "rules" },
    { href: `${base}/words`, label: t("words"), isCurrent: current === "words" },
    { href: `${base}/thanks`, label: drafts("title"), isCurrent: current === "thanks" },
    { href: `${base}/queue`, label: queue("title"), isCurrent: current === "queue" },
    {
      href: `${base}/publishing`,
      label: sending("title"),
      isCurrent: current === "publishing",
    },
    { href: `${base}/members`, label: t("members"), isCurrent: current === "members" },
  ];
  return (
    <PageHead
      title={t("title")}
      lead={lead}
      actions={<Segmented label={t("views")} items={items} />}
    />
  );
}
