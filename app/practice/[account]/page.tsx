import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";

import { signedImagePath } from "#lib/media/signed-image";
import { showFeed } from "#lib/networks/practice/show-feed";
import { currentRuntime } from "#lib/runtime/current";

import { Entry } from "./entry.tsx";
import { FeedHead } from "./feed-head.tsx";
import { Refresher } from "./refresher.tsx";

type Props = { params: Promise<{ account: string }> };

export const metadata: Metadata = { robots: { index: false, follow: false } };

export default async function PracticeFeedPage({ params }: Props) {
  const runtime = currentRuntime();
  const feed = await showFeed(runtime, (await params).account);
  if (!feed) notFound();
  const t = await getTranslations("practice");
  const { workspaceId } = feed.account;
  const imageUrl = (mediaId: string) => signedImagePath(runtime, { workspaceId, mediaId });
  return (
    <main
      id="main"
      className="mx-auto min-h-dvh max-w-[640px] border-x border-line bg-surface px-4 py-8 sm:px-6"
    >
      <FeedHead account={feed.account} followers={feed.followers} />
      <h2 className="sr-only">{t("feed")}</h2>
      {feed.entries.length === 0 ? (
        <p className="py-10 text-read text-ink-2">{t("empty")}</p>
      ) : (
        <ol className="divide-y divide-line">
          {feed.entries.map((entry) => (
            <Entry key={entry.id} entry={entry} imageUrl={imageUrl} />
          ))}
        </ol>
      )}
      <Refresher />
    </main>
  );
}
