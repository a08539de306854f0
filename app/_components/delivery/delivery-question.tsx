import { useFormatter, useTranslations } from "next-intl";

import type { DeliveryQuestion as Question } from "#lib/deliveries/list-questions";
import { ownWords } from "#lib/deliveries/plain-failure";
import { textOr } from "#lib/i18n/text-or";
import { readReason } from "#lib/networks/contract/tool-rules";
import { manifestOf } from "#lib/networks/registry";

import { NetworkIcon } from "../network-icon.tsx";
import { QuestionBox } from "../primitives/question-box.tsx";
import { TextLink } from "../primitives/text-link.tsx";
import { Answers } from "./answers.tsx";

interface Props {
  workspace: string;
  question: Question;
  timeZone: string;
  /** `YYYY-MM-DDTHH:mm` in the workspace's time zone. */
  now: string;
  canAnswer?: boolean;
  /** False on the page of the delivery itself. */
  isLinked?: boolean;
}

/** A delivery that needs a person: what happened, what was not done, and the safe answers. */
export function DeliveryQuestion(props: Props) {
  const { workspace, question, timeZone, now, canAnswer = true, isLinked = true } = props;
  const { delivery, account } = question;
  const t = useTranslations("delivery");
  const { label } = manifestOf(delivery.network);
  return (
    <QuestionBox
      isDoubt={delivery.state === "needs_person" && delivery.sender === "engine"}
      title={
        <span className="inline-flex items-center gap-2">
          <NetworkIcon network={delivery.network} label={label} />
          <Title delivery={delivery} />
        </span>
      }
    >
      <What {...props} />
      <Why {...props} />
      {canAnswer ? <Answers {...{ workspace, delivery, timeZone, now }} /> : null}
      {isLinked ? (
        <p>
          <TextLink href={`/${workspace}/deliveries/${delivery.id}`}>
            {t("history")}
            <span className="sr-only">
              : {label} @{account.handle}
            </span>
          </TextLink>
        </p>
      ) : null}
    </QuestionBox>
  );
}

/** Title of the question; for a thread it names the part. */
function Title({
  delivery: { state, sender, recovery, part, partCount },
}: Pick<Question, "delivery">) {
  const t = useTranslations();
  const isByHand = state === "needs_person" && sender === "person";
  const title = isByHand ? "needs-you.byHandTitle" : `delivery.titles.${askedState(state)}`;
  if (partCount === 1 || part === 1 || recovery === "restored") return t(title);
  return t("needs-you.threadStopped", { before: part - 1, count: partCount });
}

function askedState(state: Question["delivery"]["state"]): "needs_person" | "missed" | "failed" {
  return state === "needs_person" || state === "missed" ? state : "failed";
}

function What({ question: { delivery, account }, timeZone }: Props) {
  const t = useTranslations("delivery");
  const format = useFormatter();
  const { part, partCount, plannedAt, snapshot } = delivery;
  return (
    <>
      <p className="text-small font-normal wrap-anywhere text-ink-2">
        <time dateTime={plannedAt.toISOString()}>
          {format.dateTime(plannedAt, { dateStyle: "medium", timeStyle: "short", timeZone })}
        </time>{" "}
        · @{account.handle}
        {partCount > 1 ? ` · ${t("part", { part, count: partCount })}` : null}
      </p>
      <p className="line-clamp-4 border-s-2 border-line-2 ps-3 text-read wrap-anywhere">
        {snapshot.text}
      </p>
    </>
  );
}

function Why({ question: { delivery, account } }: Props) {
  const t = useTranslations("delivery");
  const network = manifestOf(delivery.network).label;
  const { state, sender, reason, reasonDetail } = delivery;
  const detail = ownWords({ httpStatus: null, excerpt: reasonDetail });
  const isDoubt = state === "needs_person" && sender === "engine";
  const rule = sender === "person" ? readReason(reasonDetail) : undefined;
  const why = rule
    ? `${textOr(t, `byHand.${rule.code}`, { network, name: rule.name }, "byHand.without-text")} ${t("byHandThen")}`
    : reason && textOr(t, `reasons.${reason}`, { network }, "reasons.without-text");
  return (
    <div className="mt-1 mb-2 text-read wrap-anywhere text-ink">
      <p>
        {why} {isDoubt ? <Doubt account={account} network={network} /> : null}
      </p>
      {state === "failed" && detail ? (
        <p className="block text-small font-normal text-ink-2">{t("said", { network, detail })}</p>
      ) : null}
      <Thread delivery={delivery} />
    </div>
  );
}

/** Says what became of the parts before and after, and what is safe to do. */
function Thread({ delivery: { part, partCount, state, recovery } }: Pick<Question, "delivery">) {
  const t = useTranslations("needs-you");
  // After a restore every part has its own question, because the state of the others is unknown.
  if (partCount === 1 || recovery === "restored") return null;
  return (
    <p className="block text-small font-normal text-ink-2">
      {t("threadParts", { before: part - 1, after: partCount - part })}{" "}
      {t(state === "needs_person" ? "threadSafeDoubt" : "threadSafe", { part })}
    </p>
  );
}

function Doubt({ account, network }: { account: Question["account"]; network: string }) {
  const t = useTranslations("delivery");
  const url = manifestOf(account.network).profileUrl(account);
  const handle = `@${account.handle}`;
  if (!url) return <>{t("doubtWithoutLink", { handle, network })}</>;
  return (
    <>
      {t.rich("doubt", {
        handle,
        look: (words) => (
          <TextLink href={url} isInline isOut>
            {words}
          </TextLink>
        ),
      })}
    </>
  );
}
