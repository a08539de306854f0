import { useTranslations } from "next-intl";

import type { RecurrenceView } from "#lib/views/recurrences";

import { Section } from "../../../_components/primitives/section.tsx";
import { TextLink } from "../../../_components/primitives/text-link.tsx";
import { EndRecurrence } from "../../../_components/recurrence/end-recurrence.tsx";
import {
  RecurrenceObstacle,
  RuleSentence,
} from "../../../_components/recurrence/recurrence-texts.tsx";

/** The recurrence rule of the post, with a button to end the recurrence from this occurrence on. */
export function RecurrencePart({
  workspace,
  recurrence,
  day,
  canEnd,
}: {
  workspace: string;
  recurrence: RecurrenceView;
  day: string;
  canEnd: boolean;
}) {
  const t = useTranslations("repeat");
  return (
    <Section
      title={t("comesAgain")}
      aside={<TextLink href={`/${workspace}/calendar/repeating`}>{t("all")}</TextLink>}
    >
      <div className="grid justify-items-start gap-2">
        <p>
          <RuleSentence recurrence={recurrence} />
        </p>
        <p className="text-ink-2">{t("oneOfThem")}</p>
        <RecurrenceObstacle obstacle={recurrence.obstacle} />
        {canEnd && !recurrence.isOver ? (
          <EndRecurrence workspace={workspace} recurrenceId={recurrence.id} from={day} />
        ) : null}
      </div>
    </Section>
  );
}
