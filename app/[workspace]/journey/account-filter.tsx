import { useTranslations } from "next-intl";

import { Segmented } from "../../_components/primitives/segmented.tsx";

/** Filters by one account; without a choice all accounts count. */
export function AccountFilter({
  workspace,
  accounts,
  chosen,
}: {
  workspace: string;
  accounts: readonly { id: string; handle: string }[];
  chosen: string | undefined;
}) {
  const t = useTranslations("journey-page");
  if (accounts.length < 2) return null;
  const all = { href: `/${workspace}/journey`, label: t("allAccounts"), isCurrent: !chosen };
  const each = accounts.map(({ id, handle }) => ({
    href: `/${workspace}/journey?account=${id}`,
    label: handle,
    isCurrent: id === chosen,
  }));
  return <Segmented label={t("accounts")} items={[all, ...each]} />;
}
