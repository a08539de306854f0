"use client";

import { ChevronsUpDown } from "lucide-react";
import { useTranslations } from "next-intl";

import { firstSign } from "#lib/kernel/cut-text";

import { signOutAction } from "../../_actions/users.ts";
import { Menu } from "../primitives/menu.tsx";

export interface WorkspaceEntry {
  slug: string;
  name: string;
  /** Place shown below the name, taken from the time zone. */
  place: string;
}

/** Shows the current workspace and links to the others. */
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
      className="mb-3 flex min-h-12 w-full cursor-pointer items-center gap-2 rounded-2 border border-line-2 bg-surface px-2 py-1.5 text-start"
      trigger={
        <>
          <span
            className="grid size-6 flex-none place-items-center rounded-1 bg-ink text-axis font-bold text-on-ink"
            aria-hidden="true"
          >
            {firstSign(workspace.name).toUpperCase()}
          </span>
          <span className="min-w-0 flex-1 *:block *:truncate">
            <b className="font-semibold">
              <bdi>{workspace.name}</bdi>
            </b>
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
