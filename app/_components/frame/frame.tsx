import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Bell } from "./bell.tsx";
import { BottomBar } from "./bottom-bar.tsx";
import { FindOrDo } from "./find-or-do.tsx";
import { Logo } from "./logo.tsx";
import { type Preferences, PreferenceToggles } from "./preference-toggles.tsx";
import { type Counts, SideLinks } from "./side-links.tsx";
import { TopBar } from "./top-bar.tsx";
import { WorkspaceSwitch, type WorkspaceEntry } from "./workspace-switch.tsx";

export interface FrameProps {
  workspace: WorkspaceEntry;
  /** All that this person is a member of. */
  workspaces: readonly WorkspaceEntry[];
  counts: Counts;
  preferences: Preferences;
  /** What holds for every page now, above it. */
  banners?: ReactNode;
  children: ReactNode;
}

/** Navigation beside the sheet that people work on; below 640 px a bar at the bottom. */
export function Frame(props: FrameProps) {
  const { workspace, workspaces, counts, preferences, banners, children } = props;
  const t = useTranslations("frame");
  return (
    <>
      <a className="skip-link" href="#main">
        {t("skip")}
      </a>
      <div className="frame">
        <header className="frame-side">
          <div className="frame-brand">
            <p className="brand">
              <Logo />
              Shoutloop
            </p>
            <Bell slug={workspace.slug} unread={counts.unread} />
          </div>
          <WorkspaceSwitch workspace={workspace} workspaces={workspaces} />
          <SideLinks slug={workspace.slug} counts={counts} />
          <PreferenceToggles {...preferences} />
        </header>
        <TopBar {...{ workspace, workspaces, counts, preferences }} />
        <main className="sheet" id="main" tabIndex={-1}>
          {banners}
          {children}
        </main>
        <BottomBar slug={workspace.slug} />
        <FindOrDo slug={workspace.slug} />
      </div>
    </>
  );
}
