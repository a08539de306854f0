"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";

import type { WhatWasRefused } from "#lib/i18n/refusal-sentence";
import type { Translate } from "#lib/i18n/translator";
import { chosenRule, type RuleChoice } from "#lib/posts/chosen-rule";
import { ruleInWords } from "#lib/posts/rule-in-words";
import { writeRule } from "#lib/posts/write-rule";

import { repeatPostAction } from "../../../_actions/recurrences.ts";
import { Button } from "../../../_components/primitives/button.tsx";
import { Dialog } from "../../../_components/primitives/dialog.tsx";
import { TextField } from "../../../_components/primitives/field.tsx";
import { Notice } from "../../../_components/primitives/notice.tsx";
import { showToast } from "../../../_components/primitives/toast.tsx";
import { useRefusal } from "../../../_components/primitives/use-refusal.ts";
import { RuleFields } from "./rule-fields.tsx";

interface Props {
  workspace: string;
  post: { id: string; version: number };
  firstAt: string;
  isPlanned: boolean;
  onClose: () => void;
}

/** Asks for the rule and the end of a recurrence, and describes the result in a sentence. */
export function RepeatDialog({ workspace, post, firstAt, isPlanned, onClose }: Props) {
  const t = useTranslations("repeat");
  const [from, setFrom] = useState(firstAt);
  const [choice, setChoice] = useState<RuleChoice>(usual);
  const { isBusy, refused, send } = useRepeat(workspace, post, onClose);
  const inWords = useRefusal();
  const firstDay = from.slice(0, 10);
  const rule = chosenRule(choice, firstDay);
  const isReady = from !== "" && (choice.end !== "until" || choice.until !== "");
  return (
    <Dialog
      title={t("title")}
      isOpen
      onClose={onClose}
      actions={<Actions isReady={isReady && !isBusy} onClose={onClose} />}
    >
      <form
        id={formId}
        className="grid gap-3"
        onSubmit={(submitted) => {
          submitted.preventDefault();
          send(writeRule(rule), isPlanned ? undefined : from);
        }}
      >
        {isPlanned ? null : (
          <TextField
            label={t("from")}
            type="datetime-local"
            value={from}
            required
            hasNoErrorRoom
            onChange={(change) => setFrom(change.target.value)}
          />
        )}
        <RuleFields
          choice={choice}
          firstDay={firstDay}
          onChange={(change) => setChoice((before) => ({ ...before, ...change }))}
        />
        {isReady ? <Sentence {...{ rule, from }} /> : null}
        <Notice tone="danger">{refused ? inWords(refused) : ""}</Notice>
      </form>
    </Dialog>
  );
}

const formId = "repeat-post";

const usual: RuleChoice = {
  frequency: "WEEKLY",
  interval: 1,
  weekdays: [],
  monthly: "day",
  end: "never",
  until: "",
  count: 10,
};

function Sentence({ rule, from }: { rule: ReturnType<typeof chosenRule>; from: string }) {
  const t = useTranslations();
  const locale = useLocale();
  return (
    <p className="text-ink-2" aria-live="polite">
      {ruleInWords(rule, from.slice(11, 16), { tell: t as Translate, locale })}
    </p>
  );
}

function useRepeat(workspace: string, { id: postId, version }: Props["post"], onDone: () => void) {
  const t = useTranslations("repeat");
  const router = useRouter();
  const [refused, setRefused] = useState<WhatWasRefused>();
  const [isBusy, start] = useTransition();
  const send = (rule: string, from: string | undefined) =>
    start(async () => {
      const given = { postId, version, rule, ...(from && { from }) };
      const outcome = await repeatPostAction(workspace, given);
      if (!outcome.ok) return setRefused(outcome);
      showToast(t("begun"));
      onDone();
      router.refresh();
    });
  return { isBusy, refused, send };
}

function Actions({ isReady, onClose }: { isReady: boolean; onClose: () => void }) {
  const t = useTranslations("repeat");
  const common = useTranslations("common");
  return (
    <>
      <Button variant="quiet" onClick={onClose}>
        {common("cancel")}
      </Button>
      <Button variant="ink" type="submit" form={formId} disabled={!isReady}>
        {t("begin")}
      </Button>
    </>
  );
}
