import { useFormatter, useTranslations } from "next-intl";

import { afterKey, countIn, workKey } from "#lib/dead-letters/job-words";
import type { OpenJob } from "#lib/dead-letters/list-open-jobs";

import { Disclosure } from "../../_components/primitives/disclosure.tsx";
import { QuestionBox } from "../../_components/primitives/question-box.tsx";
import { Section } from "../../_components/primitives/section.tsx";
import { RetryJob } from "./retry-job.tsx";

interface Props {
  workspace: string;
  timeZone: string;
  canAnswer: boolean;
}

/** Dead letters: jobs that failed for the last time. None of them affects what is sent. */
export function DeadLetters({
  letters,
  count,
  ...page
}: Props & { letters: readonly OpenJob[]; count: number }) {
  const t = useTranslations("jobs");
  if (letters.length === 0) return null;
  return (
    <Section title={t("group")} aside={count}>
      <p className="mb-3 text-ink-2">{t("lead")}</p>
      <div className="grid max-w-[760px] gap-4">
        {letters.map((letter) => (
          <DeadLetter key={letter.job.id} {...page} letter={letter} />
        ))}
      </div>
    </Section>
  );
}

function DeadLetter({ workspace, timeZone, canAnswer, letter }: Props & { letter: OpenJob }) {
  const t = useTranslations();
  const format = useFormatter();
  const { job, event } = letter;
  const inWords = (at: Date) =>
    format.dateTime(at, { dateStyle: "medium", timeStyle: "short", timeZone });
  const after = t(afterKey(job.eventType), { count: countIn(event.detail) });
  const what = t("jobs.what", { when: inWords(event.at), after });
  return (
    <QuestionBox title={t(workKey(job.handler))}>
      <p>{what}</p>
      <p className="text-small text-ink-2">
        {t("jobs.tried", { count: job.attempts, when: inWords(job.diedAt ?? event.at) })}
      </p>
      {job.lastError ? (
        <Disclosure summary={t("jobs.error")} className="text-small">
          <p className="mt-1 font-mono [overflow-wrap:anywhere]">{job.lastError}</p>
        </Disclosure>
      ) : null}
      {canAnswer ? (
        <RetryJob
          {...{ workspace, done: t("jobs.retried"), jobId: job.id }}
          label={t("jobs.tryAgain")}
          about={what}
        />
      ) : null}
    </QuestionBox>
  );
}
