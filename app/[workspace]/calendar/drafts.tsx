import { getFormatter, getTranslations } from "next-intl/server";

import type { Context } from "#lib/kernel/context";
import { listPosts } from "#lib/posts/list-posts";

import { Section } from "../../_components/primitives/section.tsx";
import { TextLink } from "../../_components/primitives/text-link.tsx";

/** What was begun and has no moment yet. */
export async function Drafts({ ctx, workspace }: { ctx: Context; workspace: string }) {
  const [t, format, drafts] = await Promise.all([
    getTranslations("calendar"),
    getFormatter(),
    listPosts(ctx, { state: "draft", limit: 50 }),
  ]);
  return (
    <Section title={t("drafts")} aside={t("draftCount", { count: drafts.length })}>
      {drafts.length === 0 ? <p className="text-ink-2">{t("noDrafts")}</p> : null}
      <ul>
        {drafts.map((draft) => (
          <li
            key={draft.id}
            className="flex min-h-row flex-wrap items-baseline justify-between gap-x-4 py-[5px] not-first:border-t"
          >
            <TextLink href={`/${workspace}/compose?post=${draft.id}`}>
              {draft.parts[0]?.text.slice(0, 90) || t("noText")}
            </TextLink>
            <span className="text-small text-ink-3">
              {t("changedOn", {
                day: format.dateTime(draft.updatedAt, { day: "numeric", month: "short" }),
              })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
