import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { BottomBar } from "./bottom-bar.tsx";
import { Logo } from "./logo.tsx";
import { type Preferences, PreferenceToggles } from "./preference-toggles.tsx";
import { SideLinks } from "./side-links.tsx";
import { TopBar } from "./top-bar.tsx";
import { WorkspaceSwitch, type WorkspaceEntry } from "./workspace-switch.tsx";

export interface FrameProps {
  workspace: WorkspaceEntry;
  /** All that this person is a member of. */
  workspaces: readonly WorkspaceEntry[];
  /** What waits: people to thank, accounts that need a person. */
  counts: { shoutOuts: number; accounts: number };
  preferences: Preferences;
  children: ReactNode;
}

/** Navigation beside the sheet that people work on; below 640 px a bar at the bottom. */
export function Frame({ workspace, workspaces, counts, preferences, children }: FrameProps) {
  const t = useTranslations("frame");
  return (
    <>
      <a className="skip-link" href="#main">
        {t("skip")}
      </a>
      <div className="frame">
        <header className="frame-side">
          <p className="brand">
            <Logo />
            Shoutloop
          </p>
          <WorkspaceSwitch workspace={workspace} workspaces={workspaces} />
          <SideLinks slug={workspace.slug} counts={counts} />
          <PreferenceToggles {...preferences} />
        </header>
        <TopBar workspace={workspace} workspaces={workspaces} preferences={preferences} />
        <main className="sheet" id="main" tabIndex={-1}>
          {children}
        </main>
        <BottomBar slug={workspace.slug} />
      </div>
    </>
  );
}
