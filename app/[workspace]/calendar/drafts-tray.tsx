"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";

import { shortenText } from "#lib/kernel/cut-text";

import { useDates } from "../../_components/frame/dates.ts";
import { buttonLook } from "../../_components/primitives/button.tsx";
import { Menu } from "../../_components/primitives/menu.tsx";
import { Section } from "../../_components/primitives/section.tsx";
import { TextLink } from "../../_components/primitives/text-link.tsx";
import { StageTile } from "../../_components/stage/stage-tile.tsx";
import { draftMedium, timeForDraft } from "./draft-drag.ts";
import { MomentDialog } from "./moment-dialog.tsx";
import { SelectBox } from "./selection.tsx";
import { type DraftActs, type ShownDraft, useDrafts } from "./use-drafts.ts";

interface Props {
  workspace: string;
  drafts: readonly ShownDraft[];
  /** Number of all drafts; the list holds only the latest. */
  count: number;
  /** The present wall-clock time in the workspace's time zone. */
  now: string;
  /** False for viewers, who can open drafts but not change them. */
  canEdit: boolean;
  acts: DraftActs;
  /** Address that shows more drafts; undefined if no more can be shown. */
  moreHref: string | undefined;
}

/**
 * Drafts without a time, beside the calendar. A draft is scheduled by dragging it onto a day or by its menu.
 */
export function DraftsTray({ workspace, drafts, count, now, canEdit, acts, moreHref }: Props) {
  const t = useTranslations("calendar");
  const { shown, ...doing } = useDrafts(workspace, drafts, acts);
  const hidden = count - drafts.length;
  const total = Math.max(0, count - (drafts.length - shown.length));
  return (
    <Section
      title={t("drafts")}
      aside={t("draftCount", { count: total })}
      className="bg-sunken 2xl:px-4"
    >
      {total === 0 ? <p className="text-ink-2">{t("noDrafts")}</p> : null}
      <ul className="grid gap-2 sm:max-2xl:grid-cols-[repeat(auto-fill,minmax(240px,1fr))]">
        {shown.map((draft) =>
          canEdit ? (
            <DraftCard key={draft.id} {...{ workspace, draft, now }} acts={doing} />
          ) : (
            <li key={draft.id} className={cardLook}>
              <Link href={`/${workspace}/posts/${draft.id}`} className={wordsLook}>
                <DraftWords draft={draft} />
              </Link>
            </li>
          ),
        )}
      </ul>
      {hidden > 0 ? (
        <p className="flex flex-wrap gap-x-3 pt-2 text-small text-ink-2">
          {t("moreDrafts", { count: hidden })}
          {moreHref ? (
            <TextLink href={moreHref} scroll={false}>
              {t("showMoreDrafts")}
            </TextLink>
          ) : null}
        </p>
      ) : null}
      {total > 0 && canEdit ? (
        <p className="pt-2 text-small text-ink-3 max-sm:hidden">{t("dragDraft")}</p>
      ) : null}
    </Section>
  );
}

const cardLook = "flex items-start gap-1 rounded-2 border border-line-2 bg-surface py-1 ps-2 pe-1";
const wordsLook = "grid min-w-0 grow gap-0.5 py-1 hover:underline";

function DraftCard({
  workspace,
  draft,
  now,
  acts,
}: {
  workspace: string;
  draft: ShownDraft;
  now: string;
  acts: Omit<ReturnType<typeof useDrafts>, "shown">;
}) {
  const t = useTranslations("calendar");
  const [isScheduling, setScheduling] = useState(false);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- by keyboard its menu does the same
    <li
      className={`${cardLook} cursor-grab`}
      draggable
      onDragStart={(drag) => {
        drag.dataTransfer.effectAllowed = "move";
        drag.dataTransfer.setData(draftMedium, draft.id);
      }}
    >
      <SelectBox id={draft.id} text={draft.text} />
      <Link
        href={`/${workspace}/compose?post=${draft.id}`}
        draggable={false}
        className={wordsLook}
        onKeyDown={(key) => {
          if (key.key === "Delete") acts.remove(draft);
        }}
      >
        <DraftWords draft={draft} />
      </Link>
      <DraftMenu
        {...{ workspace, draft, acts }}
        text={draft.text || t("noText")}
        onSchedule={() => setScheduling(true)}
      />
      {isScheduling ? (
        <MomentDialog
          title={t("scheduleTitle")}
          submitLabel={t("scheduleHere")}
          start={timeForDraft(now.slice(0, 10), now)}
          onClose={() => setScheduling(false)}
          onChoose={(at) => acts.schedule(draft.id, at)}
        />
      ) : null}
    </li>
  );
}

function DraftWords({ draft }: { draft: ShownDraft }) {
  const t = useTranslations("calendar");
  const write = useDates();
  return (
    <>
      <span className="line-clamp-3 font-medium wrap-anywhere">{draft.text || t("noText")}</span>
      <span className="flex items-center gap-1.5 text-small text-ink-3">
        {draft.stageKey ? <StageTile stage={draft.stageKey} size={15} /> : null}
        {t("changedOn", { day: write(draft.changedAt, { day: "numeric", month: "short" }) })}
      </span>
    </>
  );
}

function DraftMenu({
  workspace,
  draft,
  text,
  acts,
  onSchedule,
}: {
  workspace: string;
  draft: ShownDraft;
  text: string;
  acts: Omit<ReturnType<typeof useDrafts>, "shown">;
  onSchedule: () => void;
}) {
  const t = useTranslations("calendar");
  const router = useRouter();
  return (
    <Menu
      label={t("draftActs", { text: shortenText(text, 60) })}
      className={buttonLook("quiet", true)}
      trigger={<Ellipsis aria-hidden="true" />}
      items={[
        {
          key: "open",
          label: t("edit"),
          onAction: () => router.push(`/${workspace}/compose?post=${draft.id}`),
        },
        { key: "schedule", label: t("schedule"), onAction: onSchedule },
        { key: "duplicate", label: t("duplicate"), onAction: () => acts.duplicate(draft.id) },
        {
          key: "delete",
          label: t("delete"),
          isDanger: true,
          onAction: () => acts.remove(draft),
        },
      ]}
    />
  );
}
