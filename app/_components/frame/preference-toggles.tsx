"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { useRouter } from "next/navigation";
import { useEffect, useSyncExternalStore, useTransition } from "react";

import { ok } from "#lib/kernel/result";

import { answered } from "../primitives/answered.ts";
import { showToast } from "../primitives/toast.tsx";
import { useRefusal } from "../primitives/use-refusal.ts";

type Theme = "system" | "light" | "dark";

export interface Preferences {
  /** The theme as saved on the user. */
  theme: Theme;
  save: (change: { locale?: "en" | "nl"; theme?: Theme }) => Promise<unknown>;
}

const after: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };
const icons = { system: Monitor, light: Sun, dark: Moon };

/** Switches for language and theme. Both are saved on the user and apply on every device. */
export function PreferenceToggles({ theme: savedTheme, save }: Preferences) {
  return (
    <div className="flex justify-between px-1 pt-2 text-small text-ink-3 max-sm:gap-0.5 max-sm:p-0">
      <LanguageToggle save={save} />
      <ThemeToggle savedTheme={savedTheme} save={save} />
    </div>
  );
}

function LanguageToggle({ save }: Pick<Preferences, "save">) {
  const t = useTranslations("frame");
  const locale = useLocale();
  const inWords = useRefusal();
  const router = useRouter();
  const [isPending, start] = useTransition();
  const choose = (wanted: "en" | "nl") =>
    start(async () => {
      const outcome = await answered(async () => ok(await save({ locale: wanted })));
      if (outcome.ok) router.refresh();
      else showToast(inWords(outcome), { isFailure: true });
    });
  return (
    <fieldset className="flex" aria-label={t("language")} aria-busy={isPending}>
      <button
        type="button"
        className={toggle}
        lang="en"
        aria-label={t("inEnglish")}
        aria-pressed={locale.startsWith("en")}
        onClick={() => choose("en")}
      >
        EN
      </button>
      <button
        type="button"
        className={toggle}
        lang="nl"
        aria-label={t("inDutch")}
        aria-pressed={locale.startsWith("nl")}
        onClick={() => choose("nl")}
      >
        NL
      </button>
    </fieldset>
  );
}

function ThemeToggle({ savedTheme, save }: { savedTheme: Theme } & Pick<Preferences, "save">) {
  const t = useTranslations("frame");
  const { theme, setTheme } = useTheme();
  const isInBrowser = useSyncExternalStore(
    noChange,
    () => true,
    () => false,
  );
  useEffect(() => setTheme(savedTheme), [savedTheme, setTheme]);
  const current = isInBrowser ? asTheme(theme) : savedTheme;
  const Icon = icons[current];
  const name = t(`themes.${current}`);
  return (
    <button
      type="button"
      className={toggle}
      aria-label={t("theme", { theme: name })}
      onClick={() => {
        setTheme(after[current]);
        void save({ theme: after[current] }).catch(() => {});
      }}
    >
      <Icon size={14} aria-hidden="true" />
      <span className="max-sm:hidden">{name}</span>
    </button>
  );
}

const toggle =
  "inline-flex min-h-6 min-w-6 cursor-pointer items-center gap-[5px] rounded-1 px-1 hover:bg-hover hover:text-ink max-sm:min-h-11 max-sm:min-w-8 aria-pressed:font-bold aria-pressed:text-ink";

function asTheme(theme: string | undefined): Theme {
  return theme === "light" || theme === "dark" ? theme : "system";
}

function noChange() {
  return () => undefined;
}
