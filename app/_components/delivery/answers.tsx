import { useTranslations } from "next-intl";

import type { Delivery } from "#lib/deliveries/delivery";
import { manifestOf } from "#lib/networks/registry";

import { Disclosure } from "../primitives/disclosure.tsx";
import { AnswerRow } from "../primitives/question-box.tsx";
import { AnswerButton } from "./answer-button.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { ByHand } from "./by-hand.tsx";
import { NewMoment } from "./new-moment.tsx";
import { WhichOne } from "./which-one.tsx";

interface Props {
  workspace: string;
  delivery: Delivery;
  /** Wall-clock time in the workspace's time zone. */
  timeZone: string;
  now: string;
}

/** The possible answers, the safest one first and as the filled button. */
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
  const connector = manifestOf(network);
  // A second post is impossible only if we choose the post's id.
  const isSafe = connector.outcome.kind === "own-id";
  return (
    <>
      <WhichOne delivery={delivery} timeZone={timeZone} />
      <AnswerRow>
        <AnswerButton answer="is-there" variant="ink" />
        <Disclosure isButton summary={t("give.send-again")}>
          <div className={opened}>
            <p>{t(isSafe ? "cannotDouble" : "mayDouble", { network: connector.label })}</p>
            {partCount > part ? <p>{t("restFollows", { count: partCount - part })}</p> : null}
            <AnswerButton
              answer="send-again"
              label={t(isSafe ? "give.send-again" : "sendAllTheSame")}
            />
          </div>
        </Disclosure>
        <AnswerButton answer="leave-out" variant="quiet" />
      </AnswerRow>
    </>
  );
}

function Missed() {
  const t = useTranslations("needs-you");
  return (
    <AnswerRow>
      <AnswerButton answer="send-again" variant="ink" label={t("give.post-late")} />
      <AnswerButton answer="leave-out" variant="quiet" />
    </AnswerRow>
  );
}

function Failed() {
  const t = useTranslations("needs-you");
  return (
    <AnswerRow>
      <AnswerButton answer="rewrite" variant="ink" />
      <AnswerButton answer="send-again" label={t("give.retry")} />
      <AnswerButton answer="leave-out" variant="quiet" />
    </AnswerRow>
  );
}

/** A separate form, so that Enter in its field submits this answer. */
function NewTime({ workspace, delivery, now }: Props) {
  const t = useTranslations("needs-you");
  return (
    <Disclosure summary={t("newTime")}>
      <AnswerForm workspace={workspace} deliveryId={delivery.id} label={t("newTime")}>
        <div className={opened}>
          <NewMoment earliest={now} />
          <AnswerButton answer="move" />
        </div>
      </AnswerForm>
    </Disclosure>
  );
}

const opened = "mt-2 grid justify-items-start gap-2 rounded-2 bg-sunken p-3 text-body font-normal";
