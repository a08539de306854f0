import { getTranslations } from "next-intl/server";

import { readQuery } from "../../../_components/frame/read-query.ts";
import { SinglePage } from "../../../_components/frame/single-page.tsx";
import { LinkButton } from "../../../_components/primitives/button.tsx";
import { Notice } from "../../../_components/primitives/notice.tsx";

type Query = Readonly<Record<string, string | undefined>>;

/**
 * Page for a person who returns from a network without being signed in here, or with an answer that belongs
 * to no sign-in.
 */
export default async function ReturnedPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { problem, ...answer } = await readQuery(searchParams);
  const t = await getTranslations("connect");
  const refusals = await getTranslations("refusals");
  if (problem || !answer["state"])
    return (
      <SinglePage title={t("returned.problemTitle")}>
        <Notice tone="danger">{refusals("sign-in-unknown")}</Notice>
        <p>
          <LinkButton href="/">{t("returned.home")}</LinkButton>
        </p>
      </SinglePage>
    );
  return (
    <SinglePage title={t("returned.title")} text={t("returned.text")}>
      <p>
        <LinkButton variant="ink" href="/sign-in" target="_blank">
          {t("returned.signIn")}
        </LinkButton>
      </p>
      <p>
        {/* Not prefetched: the network's answer can be used only once. */}
        <LinkButton prefetch={false} href={`/api/connect/callback?${queryOf(answer)}`}>
          {t("returned.goOn")}
        </LinkButton>
      </p>
      <p className="text-read text-ink-2">{t("returned.terminal")}</p>
    </SinglePage>
  );
}

function queryOf(answer: Query): string {
  const pairs = Object.entries(answer).map(([name, value = ""]) => [name, value]);
  return new URLSearchParams(pairs).toString();
}
