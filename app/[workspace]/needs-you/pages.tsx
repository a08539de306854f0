import { useTranslations } from "next-intl";

import { Paging } from "../../_components/primitives/paging.tsx";
import { Part } from "../../_components/primitives/section.tsx";
import { TextLink } from "../../_components/primitives/text-link.tsx";

/** Links to the other pages of the list; renders nothing if there is only one. */
export function Pages({
  workspace,
  page,
  pages,
}: {
  workspace: string;
  page: number;
  pages: number;
}) {
  const t = useTranslations("needs-you.pages");
  if (pages < 2) return null;
  const to = (other: number) => `/${workspace}/needs-you?page=${other}`;
  return (
    <Part>
      <Paging label={t("title")}>
        {page > 1 ? <TextLink href={to(page - 1)}>{t("before")}</TextLink> : null}
        <span>{t("where", { page, pages })}</span>
        {page < pages ? <TextLink href={to(page + 1)}>{t("after")}</TextLink> : null}
      </Paging>
    </Part>
  );
}
