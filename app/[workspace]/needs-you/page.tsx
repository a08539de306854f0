import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";

import { givenAnswers } from "#lib/deliveries/input";
import { wallClock } from "#lib/kernel/local-time";
import { viewNeedsYou } from "#lib/views/needs-you";

import { signedInContext } from "../../_actions/signed-in-context.ts";
import { readQuery } from "../../_components/frame/read-query.ts";
import { EmptyState } from "../../_components/primitives/empty-state.tsx";
import { PageHead } from "../../_components/primitives/page-head.tsx";
import { Part } from "../../_components/primitives/section.tsx";
import { TextLink } from "../../_components/primitives/text-link.tsx";
import { Answered } from "./answered.tsx";
import { DeadLetters } from "./dead-letters.tsx";
import { Pages } from "./pages.tsx";
import { QuestionGroups } from "./question-groups.tsx";
import { RestoredQuestion } from "./restored-question.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("needs-you"))("title") };
}

/** Everything that needs a decision by a person, grouped by question. */
export default async function NeedsYouPage({
  params,
  searchParams,
}: {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ answered?: string; delivery?: string; page?: string }>;
}) {
  const { workspace } = await params;
  const { answered, delivery, page: asked } = await readQuery(searchParams);
  const answer = givenAnswers.find((one) => one === answered);
  const ctx = await signedInContext(workspace);
  const t = await getTranslations("needs-you");
  const { count, restored, questions, deadLetters, accounts, ...open } = await viewNeedsYou(
    ctx,
    asked,
  );
  const { timeZone } = ctx.workspace;
  const page = {
    workspace,
    timeZone,
    now: wallClock(ctx.clock.now(), timeZone),
    canAnswer: ctx.actor.role !== "viewer",
  };
  return (
    <>
      <PageHead
        title={t("title")}
        lead={count > 0 ? t.rich("lead", { count, b: (part) => <b>{part}</b> }) : null}
        actions={<TextLink href={`/${workspace}/deliveries`}>{t("toDeliveries")}</TextLink>}
      />
      {answer ? <Answered workspace={workspace} answer={answer} deliveryId={delivery} /> : null}
      <WaitingAccounts workspace={workspace} count={accounts} />
      {count + deadLetters.count === 0 ? (
        <Part>
          <EmptyState>{t("nothing")}</EmptyState>
        </Part>
      ) : null}
      {page.canAnswer ? <RestoredQuestion workspace={workspace} {...restored} /> : null}
      <QuestionGroups {...page} questions={questions} />
      <DeadLetters {...page} {...deadLetters} />
      <Pages workspace={workspace} {...open} />
    </>
  );
}

function WaitingAccounts({ workspace, count }: { workspace: string; count: number }) {
  const t = useTranslations("needs-you");
  if (count === 0) return null;
  return (
    <Part>
      {t("accounts", { count })}{" "}
      <TextLink isInline href={`/${workspace}/accounts`}>
        {t("toAccounts")}
      </TextLink>
    </Part>
  );
}
