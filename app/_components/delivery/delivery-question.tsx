import { useFormatter, useTranslations } from "next-intl";
import Link from "next/link";

import { connectorFor } from "#lib/networks/registry";
import { answersFor } from "#lib/publishing/answer";
import type { DeliveryQuestion as Question } from "#lib/publishing/list-questions";

import { NetworkIcon } from "../network-icon.tsx";
import { QuestionBox } from "../primitives/question-box.tsx";
import { TextLink } from "../primitives/text-link.tsx";
import { AnswerButtons } from "./answer-buttons.tsx";
import { profileUrl } from "./profile-url.ts";

import "./delivery.css";

interface Props {
  workspace: string;
  question: Question;
  timeZone: string;
  canAnswer?: boolean;
  /** Off where the page itself is the delivery's. */
  isLinked?: boolean;
}

/** One delivery that waits for a person: what happened, what we did not do, and the answers that are safe. */
export function DeliveryQuestion(props: Props) {
  const { workspace, question, canAnswer = true, isLinked = true } = props;
  const { delivery } = question;
  const t = useTranslations("delivery");
  const { label } = connectorFor(delivery.network);
  const state = askedState(delivery.state);
  return (
    <QuestionBox
      isDoubt={state === "needs_person"}
      title={
        <span className="delivery-title">
          <NetworkIcon network={delivery.network} label={label} />
          {t(`titles.${state}`)}
        </span>
      }
      answers={
        canAnswer ? (
          <AnswerButtons
            workspace={workspace}
            deliveryId={delivery.id}
            state={state}
            answers={answersFor(delivery)}
          />
        ) : undefined
      }
    >
      <What {...props} />
      <Why {...props} />
      {isLinked ? (
        <p>
          <TextLink href={`/${workspace}/deliveries/${delivery.id}`}>{t("history")}</TextLink>
        </p>
      ) : null}
    </QuestionBox>
  );
}

function askedState(state: Question["delivery"]["state"]): "needs_person" | "missed" | "failed" {
  return state === "needs_person" || state === "missed" ? state : "failed";
}

function What({ question: { delivery }, timeZone }: Props) {
  const t = useTranslations("delivery");
  const format = useFormatter();
  const { part, partCount, plannedAt, frozen } = delivery;
  return (
    <p className="delivery-what">
      <time dateTime={plannedAt.toISOString()}>
        {format.dateTime(plannedAt, { dateStyle: "medium", timeStyle: "short", timeZone })}
      </time>{" "}
      · “{frozen.text}”{partCount > 1 ? ` · ${t("part", { part, count: partCount })}` : null}
    </p>
  );
}

function Why({ question: { delivery, account } }: Props) {
  const t = useTranslations("delivery");
  const network = connectorFor(delivery.network).label;
  const { state, reason, reasonDetail: detail } = delivery;
  return (
    <p className="delivery-why">
      {reason ? t(`reasons.${reason}`, { network }) : null}{" "}
      {state === "needs_person" ? <Doubt account={account} network={network} /> : null}
      {state === "failed" && detail ? (
        <span className="delivery-said">{t("said", { network, detail })}</span>
      ) : null}
    </p>
  );
}

function Doubt({ account, network }: { account: Question["account"]; network: string }) {
  const t = useTranslations("delivery");
  const url = profileUrl(account);
  const handle = `@${account.handle}`;
  if (!url) return <>{t("doubtWithoutLink", { handle, network })}</>;
  return (
    <>
      {t.rich("doubt", {
        handle,
        look: (words) => (
          <Link href={url} target="_blank" rel="noreferrer" className="text-link-inline">
            {words}
          </Link>
        ),
      })}
    </>
  );
}
