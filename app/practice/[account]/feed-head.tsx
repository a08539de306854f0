import { getTranslations } from "next-intl/server";

import type { Feed } from "#lib/networks/practice/show-feed";

import { Chip } from "../../_components/primitives/chip.tsx";
import { Initials } from "./initials.tsx";

/** The account of the feed, and a note that the feed is simulated. */
export async function FeedHead({ account, followers }: Pick<Feed, "account" | "followers">) {
  const t = await getTranslations("practice");
  return (
    <header className="border-b border-line pb-6">
      <div className="flex items-center gap-4">
        <Initials name={account.displayName} isLarge />
        <div className="min-w-0">
          <h1 className="break-words">
            <bdi>{account.displayName}</bdi>
          </h1>
          <p className="text-read text-ink-2">
            @{account.handle} · {t("followers", { count: followers })}
          </p>
        </div>
      </div>
      <p className="mt-4 flex items-baseline gap-2 rounded-2 bg-sunken p-3 text-ink-2">
        <Chip tone="ink">{t("simulated")}</Chip>
        <span>{t("explained")}</span>
      </p>
    </header>
  );
}
