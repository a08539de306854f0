"use client";

import { ImageOff, ShieldCheck } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

import type { Problem } from "#lib/posts/problems";

import { Notice } from "../primitives/notice.tsx";
import type { ComposerAccount } from "./draft.ts";
import type { MissingAlt } from "./judge-images.ts";

/** Problems that are shown only when the user tries to schedule. */
const notYet: readonly Problem["kind"][] = [
  "no-stage",
  "no-account",
  "empty",
  "image-missing",
  "option-empty",
  "post-option-missing",
];

/** Returns the problems that are shown while writing. */
export function problemsSoFar(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ kind }) => !notYet.includes(kind));
}

/** Lists the problems, each with its account. `isQuiet`: before the user tries to schedule. */
export function ProblemList({
  problems,
  accounts,
  isQuiet = false,
}: {
  problems: readonly Problem[];
  accounts: readonly ComposerAccount[];
  isQuiet?: boolean;
}) {
  const t = useTranslations();
  if (problems.length === 0) return null;
  return (
    <Notice tone={isQuiet ? "plain" : "danger"}>
      <ul className={`grid gap-1 ${isQuiet ? "font-semibold text-danger" : ""}`}>
        {problems.map((problem) => {
          const account = accounts.find((one) => one.id === problem.accountId);
          return (
            <li key={`${problem.kind}/${problem.accountId}/${problem.part}/${problem.option}`}>
              {t(`refusals.${problem.kind}`, {
                account: account ? `${account.networkLabel} (${account.handle})` : "",
                used: problem.used,
                max: problem.max,
                part: problem.part ?? 1,
                found: problem.found ?? "",
                taken: problem.taken ?? "",
                option: account?.optionTexts[problem.option ?? ""]?.label ?? "",
              })}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

/** Says below the previews that there are no problems. */
export function AllFine({ count }: { count: number }) {
  const t = useTranslations("compose");
  return (
    <p className="mt-auto flex gap-2 text-small text-ink-2">
      <ShieldCheck size={16} aria-hidden="true" />
      {t("allAccept", { count })}
    </p>
  );
}

/** Names every image without alt text. This does not prevent scheduling. */
export function AltMissing({
  missing,
  isThread,
}: {
  missing: readonly MissingAlt[];
  isThread: boolean;
}) {
  const t = useTranslations("compose");
  const format = useFormatter();
  if (missing.length === 0) return null;
  const named = missing.map(({ network, part, image }) => {
    const which = t("imageOf", { isThread: isThread ? "yes" : "no", image, part });
    return network ? t("imageOn", { image: which, network }) : which;
  });
  return (
    <p className="flex gap-2 text-small font-semibold">
      <ImageOff size={16} className="flex-none" aria-hidden="true" />
      {t("altMissing", { count: missing.length, images: format.list(named) })}
    </p>
  );
}
