import type { ReactNode } from "react";

import { accountHealth } from "#lib/accounts/account";
import { listAccounts } from "#lib/accounts/list-accounts";
import { countSuggested } from "#lib/advocacy/count-suggested";
import { countQuestions } from "#lib/deliveries/list-questions";
import { countUnread } from "#lib/notifications/count-unread";
import { listWorkspaces } from "#lib/workspaces/list-workspaces";
import type { Workspace } from "#lib/workspaces/workspace";

import { signedInContext } from "../_actions/signed-in-context.ts";
import { savePreferencesAction } from "../_actions/users.ts";
import { Frame } from "../_components/frame/frame.tsx";
import { Texts } from "../_i18n/texts.tsx";
import { Banners } from "./banners.tsx";

/** The frame around every page of a workspace. Pages prove membership for themselves too: a layout is no boundary. */
export default async function WorkspaceLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ workspace: string }>;
}) {
  const { workspace: slug } = await params;
  const ctx = await signedInContext(slug);
  const [workspaces, accounts, shoutOuts, questions, unread] = await Promise.all([
    listWorkspaces(ctx, ctx.user.id),
    listAccounts(ctx),
    countSuggested(ctx),
    countQuestions(ctx),
    countUnread(ctx),
  ]);
  const now = ctx.clock.now();
  return (
    <Texts only={["find", "notifications"]}>
      <Frame
        workspace={entryOf(ctx.workspace)}
        workspaces={workspaces.map(entryOf)}
        counts={{
          shoutOuts,
          questions,
          unread,
          accounts: accounts.filter((account) => accountHealth(account, now).needsPerson).length,
        }}
        preferences={{ theme: ctx.user.theme, save: savePreferencesAction }}
        banners={<Banners ctx={ctx} />}
      >
        {children}
      </Frame>
    </Texts>
  );
}

function entryOf({ slug, name, timeZone }: Workspace) {
  return { slug, name, place: timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? timeZone };
}
