import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { type ComposerWish, viewComposer } from "#lib/views/composer";

import { orNotFound } from "../../_actions/or-not-found.ts";
import {
  deletePostAction,
  optionChoicesAction,
  restorePostAction,
  saveDraftAction,
  sendPostAction,
  showDraftAction,
} from "../../_actions/posts.ts";
import { signedInContext } from "../../_actions/signed-in-context.ts";
import { Composer } from "../../_components/composer/composer.tsx";
import { readQuery } from "../../_components/frame/read-query.ts";
import { inWords } from "./in-words.ts";

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<ComposerWish>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("compose"))("title") };
}

export default async function ComposePage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const ctx = await signedInContext(workspace);
  const view = await orNotFound(viewComposer(ctx, await readQuery(searchParams)));
  return (
    <Composer
      {...await inWords(view)}
      links={{
        accounts: `/${workspace}/accounts`,
        uploads: `/api/media/${workspace}`,
        linkPreview: `/api/link-preview/${workspace}`,
        mentions: `/api/mentions/${workspace}`,
        calendar: `/${workspace}/calendar`,
        post: `/${workspace}/posts`,
      }}
      owner={`${ctx.actor.id} ${ctx.workspaceId}`}
      choices={optionChoicesAction.bind(null, workspace)}
      load={showDraftAction.bind(null, workspace)}
      remove={deletePostAction.bind(null, workspace)}
      restore={restorePostAction.bind(null, workspace)}
      save={saveDraftAction.bind(null, workspace)}
      send={sendPostAction.bind(null, workspace)}
    />
  );
}
