import type { ReactNode } from "react";

import { viewFrame } from "#lib/views/frame";
import type { Workspace } from "#lib/workspaces/workspace";

import { signedInContext } from "../_actions/signed-in-context.ts";
import { savePreferencesAction } from "../_actions/users.ts";
import { Frame } from "../_components/frame/frame.tsx";
import { FormOwner } from "../_components/primitives/autosaved-form.tsx";
import { Texts } from "../_i18n/texts.tsx";
import { Banners } from "./banners.tsx";

/**
 * The frame of every page of a workspace. Each page checks membership itself: a layout does not protect its
 * pages.
 */
export default async function WorkspaceLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ workspace: string }>;
}) {
  const { workspace: slug } = await params;
  const ctx = await signedInContext(slug);
  const { workspaces, counts, banners } = await viewFrame(ctx);
  return (
    <Texts only={["delivery", "find", "notifications"]}>
      <FormOwner owner={`${ctx.actor.id} ${ctx.workspaceId}`}>
        <Frame
          workspace={entryOf(ctx.workspace)}
          workspaces={workspaces.map(entryOf)}
          counts={counts}
          preferences={{ theme: ctx.user.theme, save: savePreferencesAction }}
          banners={<Banners workspace={ctx.workspace} banners={banners} />}
        >
          {children}
        </Frame>
      </FormOwner>
    </Texts>
  );
}

function entryOf({ slug, name, timeZone }: Workspace) {
  return { slug, name, place: timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? timeZone };
}
