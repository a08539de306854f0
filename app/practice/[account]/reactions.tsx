import { Heart, Repeat2 } from "lucide-react";
import { getTranslations } from "next-intl/server";

import type { FeedEntry } from "#lib/networks/practice/show-feed";

const named = 3;

/** Names of some people who liked or reposted, and the number of the others. */
export async function Reactions({ entry: { likes, reposts } }: { entry: FeedEntry }) {
  const t = await getTranslations("practice");
  const listed = (people: readonly string[]) => {
    const names = people.slice(0, named).join(", ");
    const count = people.length - named;
    return count > 0 ? t("others", { names, count }) : names;
  };
  if (likes.length + reposts.length === 0) return null;
  return (
    <ul className="mt-2 space-y-1 wrap-anywhere text-small text-ink-2">
      {likes.length > 0 ? (
        <li className="flex items-center gap-2">
          <Heart size={14} aria-hidden className="shrink-0" />
          <strong className="tabular-nums">{likes.length}</strong>
          {t("likedBy", { names: listed(likes) })}
        </li>
      ) : null}
      {reposts.length > 0 ? (
        <li className="flex items-center gap-2">
          <Repeat2 size={14} aria-hidden className="shrink-0" />
          <strong className="tabular-nums">{reposts.length}</strong>
          {t("repostedBy", { names: listed(reposts) })}
        </li>
      ) : null}
    </ul>
  );
}
