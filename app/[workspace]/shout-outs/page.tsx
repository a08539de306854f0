import { ShieldCheck } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { viewShoutOuts } from "#lib/views/shout-outs";

import { type SignedInContext, signedInContext } from "../../_actions/signed-in-context.ts";
import { readQuery } from "../../_components/frame/read-query.ts";
import { Columns } from "../../_components/primitives/columns.tsx";
import { EmptyState } from "../../_components/primitives/empty-state.tsx";
import { PageHead } from "../../_components/primitives/page-head.tsx";
import { Section } from "../../_components/primitives/section.tsx";
import { Fairness } from "./fairness.tsx";
import { HeldBack } from "./held-back.tsx";
import { JoinInPart } from "./join-in-part.tsx";
import { OwedLongest } from "./owed-longest.tsx";
import { QuietRow } from "./quiet-row.tsx";
import { SuggestionRow } from "./suggestion-row.tsx";
import { ThankSomeone } from "./thank-someone.tsx";
import { UpliftPart } from "./uplift-part.tsx";
import { WeeklyLimit } from "./weekly-limit.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shout-outs"))("name") };
}

export default async function ShoutOutsPage({
  params,
  searchParams,
}: {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ joinIn?: string }>;
}) {
  const { workspace } = await params;
  const { joinIn } = await readQuery(searchParams);
  const ctx = await signedInContext(workspace);
  const t = await getTranslations("shout-outs");
  const list = await viewShoutOuts(ctx, { joinIn });
  const { stages } = list;
  const { timeZone } = ctx.workspace;
  return (
    <>
      <PageHead
        title={t("title", { count: list.suggestions.length + list.quiet.length })}
        lead={t.rich("lead", { room: list.room, b: (part) => <b>{part}</b> })}
        actions={<HeadActions ctx={ctx} networks={list.networks} />}
      />
      <Columns className="2xl:grid-cols-[minmax(0,1fr)_276px] *:border-line-2 2xl:*:not-first:border-s">
        <div>
          {list.suggestions.length + list.quiet.length === 0 ? (
            <EmptyState>{t("empty")}</EmptyState>
          ) : null}
          <ol className="@container">
            {list.suggestions.map((suggestion, index) => (
              <SuggestionRow
                key={suggestion.shoutOut.id}
                {...{ workspace, suggestion, stages, timeZone, isFirst: index === 0 }}
                canAct={ctx.actor.role !== "viewer"}
              />
            ))}
          </ol>
          <Quiet ctx={ctx} quiet={list.quiet} />
          <JoinInPart ctx={ctx} joinIn={list.joinIn} />
        </div>
        <div>
          <Beside ctx={ctx} list={list} />
        </div>
      </Columns>
    </>
  );
}

/** Content beside the list that concerns all suggestions. */
async function Beside({ ctx, list }: { ctx: SignedInContext; list: ShownShoutOuts }) {
  const t = await getTranslations("shout-outs");
  const workspace = ctx.workspace.slug;
  return (
    <>
      <OwedLongest workspace={workspace} owed={list.owedLongest} />
      <Fairness fairness={list.fairness} />
      <UpliftPart
        {...{ workspace, uplift: list.uplift }}
        canChange={ctx.actor.role === "manager" || ctx.actor.role === "owner"}
      />
      <HeldBack workspace={workspace} held={list.heldBack} />
      <p className="flex gap-2 p-6 text-small text-ink-2">
        <ShieldCheck size={16} className="flex-none" aria-hidden="true" />
        {t("nothingWithoutYou")}
      </p>
    </>
  );
}

type ShownShoutOuts = Awaited<ReturnType<typeof viewShoutOuts>>;

/** People who cannot be reached on any network. */
async function Quiet({ ctx, quiet }: { ctx: SignedInContext; quiet: ShownShoutOuts["quiet"] }) {
  const t = await getTranslations("shout-outs");
  const moments = await getTranslations("moments");
  if (quiet.length === 0) return null;
  return (
    <Section title={t("quiet")}>
      <p className="mb-3 text-ink-2">{t("quietText")}</p>
      <ul>
        {quiet.map(({ person, moment, draft, wordings }) => (
          <QuietRow
            key={person.id}
            workspace={ctx.workspace.slug}
            words={{
              personId: person.id,
              name: person.displayName,
              moment: moments(moment?.kind ?? "standing", { stars: 0 }),
              draft,
              wordings,
            }}
            canAct={ctx.actor.role !== "viewer"}
            canMail={ctx.mail !== undefined}
          />
        ))}
      </ul>
    </Section>
  );
}

/** Actions in the head: none for viewers; editors can thank; managers can also set the limit. */
function HeadActions({ ctx, networks }: { ctx: SignedInContext; networks: readonly string[] }) {
  const { slug, settings } = ctx.workspace;
  const { role } = ctx.actor;
  if (role === "viewer") return null;
  return (
    <>
      {role === "editor" ? null : (
        <WeeklyLimit workspace={slug} perWeek={settings.shoutOutsPerWeek} />
      )}
      <ThankSomeone {...{ workspace: slug, networks }} />
    </>
  );
}
