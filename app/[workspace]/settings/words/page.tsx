import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { loadOwnReaders } from "#lib/engagement/load-own-reader";
import { measured } from "#lib/engagement/text-signals/measured";
import { neededCorrections, type OwnMeasured } from "#lib/engagement/text-signals/own-reader";

import { signedInContext } from "../../../_actions/signed-in-context.ts";
import { Section } from "../../../_components/primitives/section.tsx";
import { SettingsHead } from "../settings-head.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("words") };
}

/** Shows how accurately texts are classified, with the numbers. */
export default async function WordsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const ctx = await signedInContext(workspace);
  const t = await getTranslations("settings.wordsPage");
  const { praise, complaint } = await loadOwnReaders(ctx);
  return (
    <>
      <SettingsHead workspace={workspace} current="words" lead={t("lead")} />
      <Section title={t("measured")}>
        {(["en", "nl"] as const).map((language) => (
          <Measured key={language} language={language} />
        ))}
        <p className="text-small text-ink-3">{t("few")}</p>
      </Section>
      <Section title={t("own")}>
        <p className="text-ink-2">{t("ownText", { needed: neededCorrections })}</p>
        <Taught what="praise" measured={praise.measured} />
        <Taught what="complaint" measured={complaint.measured} />
      </Section>
    </>
  );
}

async function Taught({
  what,
  measured: { corrections, positive, sure, sureAndRight, isUsed },
}: {
  what: "praise" | "complaint";
  measured: OwnMeasured;
}) {
  const t = await getTranslations("settings.wordsPage");
  return (
    <>
      <h3 className="mt-2 font-semibold">{t("taught", { what })}</h3>
      <p>{t("count", { what, count: corrections, positive })}</p>
      <p>
        {sure > 0
          ? t("aside", { what, sure, right: sureAndRight, isUsed: isUsed ? "yes" : "no" })
          : t("notYet")}
      </p>
    </>
  );
}

async function Measured({ language }: { language: "en" | "nl" }) {
  const t = await getTranslations("settings.wordsPage");
  const { held } = measured[language];
  return (
    <>
      <h3 className="font-semibold">{t("language", { language })}</h3>
      <ul className="mb-2">
        <li>{t("sure", { right: held.sureAndRight, sure: held.sure, praise: held.praise })}</li>
        <li>{t("ironic", { taken: held.ironicTakenForPraise, ironic: held.ironic })}</li>
        <li>
          {t("blame", { right: held.saidBlameAndRight, said: held.saidBlame, blame: held.blame })}
        </li>
        <li>{t("question", { right: held.saidQuestionAndRight, said: held.saidQuestion })}</li>
      </ul>
    </>
  );
}
