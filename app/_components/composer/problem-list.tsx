"use client";

import { ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";

import type { Problem } from "#lib/posts/problems";

import { Notice } from "../primitives/notice.tsx";
import type { ComposerAccount } from "./draft.ts";

/** Everything that would be refused, each with the account it is about. */
export function ProblemList({
  problems,
  accounts,
}: {
  problems: readonly Problem[];
  accounts: readonly ComposerAccount[];
}) {
  const t = useTranslations();
  if (problems.length === 0) return null;
  return (
    <Notice tone="danger">
      <ul className="grid gap-1">
        {problems.map((problem) => {
          const account = accounts.find((one) => one.id === problem.accountId);
          return (
            <li key={`${problem.kind}/${problem.accountId}/${problem.part}`}>
              {t(`refusals.${problem.kind}`, {
                account: account ? `${account.networkLabel} (${account.handle})` : "",
                used: problem.used,
                max: problem.max,
                part: problem.part ?? 1,
              })}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

/** The quiet version of the same check, below the previews. */
export function AllFine({ count }: { count: number }) {
  const t = useTranslations("compose");
  return (
    <p className="mt-auto flex gap-2 text-small text-ink-2">
      <ShieldCheck size={16} aria-hidden="true" />
      {t("allAccept", { count })}
    </p>
  );
}
