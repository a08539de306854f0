"use client";

import { useTranslations } from "next-intl";

import type { SentencePreview } from "#lib/advocacy/preview-sentences";

/** Each sentence, filled in for a real person. */
export function SentencePreviews({ previews }: { previews: readonly SentencePreview[] }) {
  const t = useTranslations("draft-settings");
  return (
    <div>
      <h3 className="text-body font-semibold">{t("previewTitle")}</h3>
      {previews.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      <ol className="grid gap-2">
        {previews.map(({ person, language, text, isForThem }, index) => {
          const values = {
            number: index + 1,
            name: person?.name ?? "",
            isForThem: isForThem ? "yes" : "no",
          };
          const key = person ? (text === undefined ? "noQuote" : "shown") : "nobody";
          return (
            <li key={`${index}${text ?? ""}`} className="grid gap-1">
              <p className="text-small text-ink-2">{t(key, values)}</p>
              {text === undefined ? null : (
                <p
                  lang={language}
                  className="max-w-[640px] rounded-2 border bg-sunken p-3 text-read wrap-anywhere whitespace-pre-line"
                >
                  {text}
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
