"use client";

import { ChevronsUpDown } from "lucide-react";
import { useTranslations } from "next-intl";

import { signOutAction } from "../../_actions/users.ts";
import { Menu } from "../primitives/menu.tsx";

export interface WorkspaceEntry {
  slug: string;
  name: string;
  /** Under the name: its place, as its time zone says. */
  place: string;
}

/** Which workspace this is, and the way to the others. */
export function WorkspaceSwitch({
  workspace,
  workspaces,
}: {
  workspace: WorkspaceEntry;
  workspaces: readonly WorkspaceEntry[];
}) {
  const t = useTranslations("frame");
  return (
    <Menu
      label={`${workspace.name}. ${t("workspaces")}`}
      className="workspace-switch"
      trigger={
        <>
          <span className="workspace-mark" aria-hidden="true">
            {workspace.name.slice(0, 1).toUpperCase()}
          </span>
          <span className="workspace-switch-names">
            <b className="font-semibold">{workspace.name}</b>
            <span className="text-small text-ink-3">{workspace.place}</span>
          </span>
          <ChevronsUpDown size={14} aria-hidden="true" />
        </>
      }
      items={[
        ...workspaces.map((entry) => ({
          key: entry.slug,
          label: entry.name,
          href: `/${entry.slug}/today`,
        })),
        { key: "sign-out", label: t("signOut"), onAction: () => void signOutAction() },
      ]}
    />
  );
}
