"use client";

import { useTranslations } from "next-intl";
import { useSearchParams } from "next/navigation";
import { useMemo, useState } from "react";

import { type Problem, problemsOf } from "#lib/posts/problems";

import { Notice } from "../primitives/notice.tsx";
import { TextButton } from "../primitives/text-link.tsx";
import { AccountsRow } from "./accounts-row.tsx";
import { Answered } from "./answered.tsx";
import { ByHandNotes } from "./by-hand-notes.tsx";
import { ComposerHead } from "./composer-head.tsx";
import type { ComposerProps } from "./composer-props.ts";
import { Counters } from "./counters.tsx";
import { CountsAs } from "./counts-as.tsx";
import { type ComposerAccount, type Draft, judged, type Tab } from "./draft.ts";
import { missingAlts } from "./judge-images.ts";
import { Meeting } from "./meeting.tsx";
import { OptionsRow } from "./options-row.tsx";
import { othersAround } from "./others-around.ts";
import { Previews } from "./previews.tsx";
import { PriceNote } from "./price-note.tsx";
import { AllFine, AltMissing, ProblemList, problemsSoFar } from "./problem-list.tsx";
import { Row } from "./row.tsx";
import { isRemembered } from "./save-draft.ts";
import { StageRow } from "./stage-row.tsx";
import { TextRow } from "./text-row.tsx";
import { useComposer } from "./use-composer.ts";
import { useExactWeights } from "./use-exact-weights.ts";
import { WhenRow } from "./when-row.tsx";

/** The composer: accounts, stage, text and time of a post. Unsaved input is kept in this browser. */
export function Composer(props: ComposerProps) {
  return <OpenComposer key={useOpened(props.start.postId)} {...props} />;
}

/**
 * Returns a new number for each post that is opened. If only the query changes, Next keeps the page mounted;
 * after Back the address changes first, and the server's data (`served`) a moment later.
 */
function useOpened(served = ""): number {
  const post = useSearchParams().get("post") ?? "";
  const [opened, setOpened] = useState({ post, served, count: 0 });
  if (opened.post !== post || opened.served !== served) {
    const isOther =
      (opened.post !== post && !isRemembered(post)) ||
      (opened.served !== served && !isRemembered(served));
    setOpened({ post, served, count: opened.count + (isOther ? 1 : 0) });
  }
  return opened.count;
}

function OpenComposer(props: ComposerProps) {
  const { accounts, start } = props;
  const t = useTranslations("compose");
  const common = useTranslations("common");
  const composer = useComposer(props);
  const { draft } = composer;
  const chosen = useChosen(props, draft.accountIds);
  const weights = useExactWeights(chosen);
  // Computed at each render: the exact weights may have loaded in between.
  const problems = problemsOf(judged(draft), chosen);
  const missing = missingAlts(draft, chosen);
  return (
    <div className="grid min-h-[calc(100dvh-22px)] grid-cols-[minmax(0,1fr)] grid-rows-[auto_auto_1fr] lg:grid-cols-[minmax(0,1fr)_clamp(290px,26vw,390px)] lg:grid-rows-[auto_1fr]">
      <ComposerHead composer={composer} problems={problems} start={start} answers={props.answers} />
      <div className="@container min-w-0 px-6 pb-6 max-sm:px-4">
        <div className="grid gap-2 not-empty:pt-3" aria-live="polite">
          {composer.isAsked ? <ProblemList problems={problems} accounts={accounts} /> : null}
          <Notice tone="danger">{composer.refusal}</Notice>
          <Meeting composer={composer} accounts={accounts} />
          {composer.isRestored ? (
            <Notice>
              {common("restored")}{" "}
              <TextButton onClick={composer.dropRestored}>{common("dropRestored")}</TextButton>
            </Notice>
          ) : null}
          {composer.isScheduled ? <Notice>{t("isScheduled")}</Notice> : null}
          {props.answers ? <Answered answers={props.answers} /> : null}
        </div>
        <Rows
          {...props}
          composer={composer}
          chosen={chosen}
          hasLink={weights?.hasLink}
          soFar={composer.isAsked ? [] : problemsSoFar(problems)}
        />
      </div>
      <aside
        aria-live="polite"
        className="flex flex-col gap-3 border-line-2 bg-sunken px-5 pt-3 pb-5 max-lg:border-t lg:border-s"
      >
        <Previews {...props} accounts={chosen} draft={draft} onChange={composer.change} />
        <AltMissing missing={missing} isThread={draft.parts.length > 1} />
        {problems.length === 0 ? <AllFine count={chosen.length} /> : null}
      </aside>
    </div>
  );
}

/** Returns the chosen accounts. Those on the network of the text replied to publish the post as a reply. */
function useChosen({ accounts, answers }: ComposerProps, accountIds: Draft["accountIds"]) {
  const answered = answers?.network;
  return useMemo(
    () =>
      accounts
        .filter((account) => accountIds.includes(account.id))
        .map((account) => ({ ...account, isAnswer: account.network === answered })),
    [accounts, accountIds, answered],
  );
}

type RowsProps = ComposerProps & {
  composer: ReturnType<typeof useComposer>;
  chosen: readonly ComposerAccount[];
  hasLink: ((text: string) => boolean) | undefined;
  /** Problems with what is written so far. */
  soFar: readonly Problem[];
};

function Rows(props: RowsProps) {
  const { accounts, stages, planned, countsAs, now, zoneName, links, composer, chosen } = props;
  const t = useTranslations("compose");
  const { draft, change, at, when, nextFree, queue, setWhen } = composer;
  const [tab, setTab] = useState<Tab>(null);
  const openTab = tab !== null && draft.accountIds.includes(tab) ? tab : null;
  const stage = stages.find((one) => one.id === draft.stageId);
  const written = { accounts: chosen, draft, tab: openTab, onChange: change };
  return (
    <>
      <Row label={t("accounts")}>
        <AccountsRow
          accounts={accounts}
          draft={draft}
          accountsHref={links.accounts}
          onChange={change}
        />
      </Row>
      <Row label={t("stage")}>
        <StageRow
          stages={stages}
          stageId={draft.stageId}
          others={othersAround(at, stage, planned)}
          onChange={(stageId) => change({ ...draft, stageId })}
        />
      </Row>
      <Row label={t("text")}>
        <TextRow {...written} onTab={setTab} uploadTo={links.uploads} mentionsAt={links.mentions} />
        <Verdicts {...props} draft={draft} />
      </Row>
      <OptionsRow {...written} />
      <Row label={t("countsAs")}>
        <CountsAs entries={countsAs} stages={stages} stageId={draft.stageId} />
      </Row>
      <Row label={t("when")}>
        <WhenRow
          {...{ when, at, nextFree, queue, zoneName, stage, stages, planned }}
          earliest={now}
          onChange={setWhen}
        />
      </Row>
    </>
  );
}

/** Below the text: length, problems, price and what has to be posted by hand. */
function Verdicts({
  accounts,
  chosen,
  draft,
  soFar,
  hasLink,
}: Pick<RowsProps, "accounts" | "chosen" | "soFar" | "hasLink"> & { draft: Draft }) {
  return (
    <>
      <Counters accounts={chosen} draft={draft} />
      <div className="not-empty:pt-2" aria-live="polite">
        <ProblemList problems={soFar} accounts={accounts} isQuiet />
      </div>
      <PriceNote accounts={chosen} draft={draft} hasLink={hasLink} />
      <ByHandNotes accounts={chosen} draft={draft} />
    </>
  );
}
