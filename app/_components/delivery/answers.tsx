import { useTranslations } from "next-intl";

import { connectorFor } from "#lib/networks/registry";
import type { Delivery } from "#lib/publishing/delivery";

import { AnswerForm } from "./answer-form.tsx";
import { ByHand } from "./by-hand.tsx";
import { Give } from "./give.tsx";
import { NewMoment } from "./new-moment.tsx";
import { WhichOne } from "./which-one.tsx";

interface Props {
  workspace: string;
  delivery: Delivery;
  /** The workspace's clock, for times and their fields. */
  timeZone: string;
  now: string;
}

/** The answers that make sense, the safest one first and filled. */
export function Answers(props: Props) {
  const { workspace, delivery } = props;
  const t = useTranslations("needs-you");
  const isDoubt = delivery.state === "needs_person";
  return (
    <>
      <AnswerForm workspace={workspace} deliveryId={delivery.id} label={t("yourAnswer")}>
        <AnswersOf {...props} />
      </AnswerForm>
      {isDoubt ? null : <NewTime {...props} />}
    </>
  );
}

function AnswersOf(props: Props) {
  const { state, sender } = props.delivery;
  if (state === "needs_person" && sender === "person") return <ByHand {...props} />;
  if (state === "needs_person") return <Doubted {...props} />;
  return state === "missed" ? <Missed /> : <Failed />;
}

function Doubted({ delivery, timeZone }: Props) {
  const t = useTranslations("needs-you");
  const { network, part, partCount } = delivery;
  const connector = connectorFor(network);
  // Only where the post's own id is ours can a second one not appear.
  const isSafe = connector.outcome.kind === "own-id";
  return (
    <>
      <WhichOne delivery={delivery} timeZone={timeZone} />
      <div className="question-answers">
        <Give answer="is-there" variant="ink" />
        <details className="answer-more">
          <summary className="btn btn-outline">{t("give.send-again")}</summary>
          <div className="answer-more-body">
            <p>{t(isSafe ? "cannotDouble" : "mayDouble", { network: connector.label })}</p>
            {partCount > part ? <p>{t("restFollows", { count: partCount - part })}</p> : null}
            <Give answer="send-again" label={t(isSafe ? "give.send-again" : "sendAllTheSame")} />
          </div>
        </details>
        <Give answer="leave-out" variant="quiet" />
      </div>
    </>
  );
}

function Missed() {
  const t = useTranslations("needs-you");
  return (
    <div className="question-answers">
      <Give answer="send-again" variant="ink" label={t("give.post-late")} />
      <Give answer="leave-out" variant="quiet" />
    </div>
  );
}

function Failed() {
  const t = useTranslations("needs-you");
  return (
    <div className="question-answers">
      <Give answer="rewrite" variant="ink" />
      <Give answer="send-again" label={t("give.retry")} />
      <Give answer="leave-out" variant="quiet" />
    </div>
  );
}

/** A form of its own, so that Enter in its field cannot mean another answer. */
function NewTime({ workspace, delivery, now }: Props) {
  const t = useTranslations("needs-you");
  return (
    <details className="answer-more">
      <summary className="text-link">{t("newTime")}</summary>
      <AnswerForm workspace={workspace} deliveryId={delivery.id} label={t("newTime")}>
        <div className="answer-more-body">
          <NewMoment earliest={now} />
          <Give answer="move" />
        </div>
      </AnswerForm>
    </details>
  );
}
