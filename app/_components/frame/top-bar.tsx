"use client";

import { MenuIcon } from "lucide-react";
import { useTranslations } from "next-intl";

import { signOutAction } from "../../_actions/users.ts";
import { buttonLook } from "../primitives/button.tsx";
import { Menu } from "../primitives/menu.tsx";
import { Bell } from "./bell.tsx";
import { Brand } from "./brand.tsx";
import { type Preferences, PreferenceToggles } from "./preference-toggles.tsx";
import type { Counts } from "./side-links.tsx";
import type { WorkspaceEntry } from "./workspace-switch.tsx";

/** Top bar of narrow screens: the workspace and the links that are not in the bottom bar. */
export function TopBar({
  workspace,
  workspaces,
  counts,
  preferences,
}: {
  workspace: WorkspaceEntry;
  workspaces: readonly WorkspaceEntry[];
  counts: Counts;
  preferences: Preferences;
}) {
  const t = useTranslations("frame");
  const pages = [
    {
      key: "needs-you",
      label:
        counts.questions > 0 ? `${t("nav.needsYou")} (${counts.questions})` : t("nav.needsYou"),
    },
    { key: "people", label: t("nav.people") },
    { key: "accounts", label: t("nav.accounts") },
    { key: "settings", label: t("nav.settings") },
  ].map((page) => ({ ...page, href: `/${workspace.slug}/${page.key}` }));
  const others = workspaces
    .filter((entry) => entry.slug !== workspace.slug)
    .map((entry) => ({ key: `to-${entry.slug}`, label: entry.name, href: `/${entry.slug}/today` }));
  return (
    <header className="hidden min-h-[52px] items-center justify-between gap-2 px-4 py-1 max-sm:flex print:hidden">
      <Brand name={workspace.name} size={20} />
      <div className="flex items-center gap-2">
        <PreferenceToggles {...preferences} />
        <Bell slug={workspace.slug} unread={counts.unread} />
        <Menu
          label={t("nav.more")}
          className={buttonLook("quiet", true)}
          trigger={<MenuIcon size={18} aria-hidden="true" />}
          items={[
            ...pages,
            ...others,
            { key: "sign-out", label: t("signOut"), onAction: () => void signOutAction() },
          ]}
        />
      </div>
    </header>
  );
}
