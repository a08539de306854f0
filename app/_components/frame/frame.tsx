import { useTranslations } from "next-intl";
import { type ReactNode, Suspense } from "react";

import { Bell } from "./bell.tsx";
import { BottomBar } from "./bottom-bar.tsx";
import { Brand } from "./brand.tsx";
import { FindOrDo } from "./find-or-do.tsx";
import { LoadingSign } from "./loading-sign.tsx";
import { type Preferences, PreferenceToggles } from "./preference-toggles.tsx";
import { type Counts, SideLinks } from "./side-links.tsx";
import { TopBar } from "./top-bar.tsx";
import { WorkspaceSwitch, type WorkspaceEntry } from "./workspace-switch.tsx";

export interface FrameProps {
  workspace: WorkspaceEntry;
  /** Every workspace that the user is a member of. */
  workspaces: readonly WorkspaceEntry[];
  counts: Counts;
  preferences: Preferences;
  /** Notices above every page. */
  banners?: ReactNode;
  children: ReactNode;
}

/** Navigation beside the page's content; below 640 px at the bottom. */
export function Frame(props: FrameProps) {
  const { workspace, workspaces, counts, preferences, banners, children } = props;
  const t = useTranslations("frame");
  return (
    <>
      <a
        className="fixed -top-[60px] start-3 z-50 rounded-2 bg-ink px-3.5 py-2 font-semibold text-on-ink focus:top-3"
        href="#main"
      >
        {t("skip")}
      </a>
      <Suspense>
        <LoadingSign />
      </Suspense>
      <div className="grid min-h-dvh grid-cols-[var(--spacing-nav)_minmax(0,1fr)] max-sm:block max-sm:pb-16">
        <header className="sticky top-0 flex h-dvh flex-col gap-0.5 overflow-y-auto pt-3.5 pe-2.5 pb-3 ps-3.5 max-sm:hidden print:hidden">
          <div className="flex items-center justify-between pt-0.5 pb-3.5 ps-2">
            <Brand name="Shoutloop" />
            <Bell slug={workspace.slug} unread={counts.unread} />
          </div>
          <WorkspaceSwitch workspace={workspace} workspaces={workspaces} />
          <SideLinks slug={workspace.slug} counts={counts} />
          <PreferenceToggles {...preferences} />
        </header>
        <TopBar {...{ workspace, workspaces, counts, preferences }} />
        <main
          className="my-2.5 me-2.5 min-w-0 overflow-clip rounded-3 border border-line-2 bg-surface has-[>[data-fills]]:flex has-[>[data-fills]]:flex-col max-sm:m-0 max-sm:min-h-[calc(100dvh-116px)] max-sm:rounded-none max-sm:border-x-0"
          id="main"
          tabIndex={-1}
        >
          {banners}
          {children}
        </main>
        <BottomBar slug={workspace.slug} />
        <FindOrDo slug={workspace.slug} />
      </div>
    </>
  );
}
