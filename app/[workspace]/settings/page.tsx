import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { currentEnvironment } from "#lib/runtime/current";

import { signedInContext } from "../../_actions/signed-in-context.ts";
import { signOutAction, signOutEverywhereAction } from "../../_actions/users.ts";
import { OpenIdButton } from "../../_components/frame/open-id-button.tsx";
import { Section } from "../../_components/primitives/section.tsx";
import { SubmitButton } from "../../_components/primitives/submit-button.tsx";
import { MailForm } from "./mail-form.tsx";
import { PasswordForm } from "./password-form.tsx";
import { ProfileForm } from "./profile-form.tsx";
import { SettingsHead } from "./settings-head.tsx";
import { timeZoneOptions } from "./time-zones.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function SettingsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const { user, mail } = await signedInContext(workspace);
  const { openId } = currentEnvironment();
  const t = await getTranslations("settings");
  const { name, locale, timeZone, theme } = user;
  const lead = t.rich("leadYou", { email: user.email, b: (part) => <b>{part}</b> });
  return (
    <>
      <SettingsHead workspace={workspace} current="you" lead={lead} />
      <Section title={t("profile")}>
        <ProfileForm
          saved={{ name, locale, timeZone, theme }}
          timeZones={timeZoneOptions(timeZone)}
        />
      </Section>
      <Section title={t("notifications")}>
        <MailForm wantsMail={user.wantsMail} address={user.email} canMail={mail !== undefined} />
      </Section>
      <Section title={t("password")}>
        {user.passwordHash ? <PasswordForm /> : <p className="text-ink-2">{t("noPassword")}</p>}
        {openId && !user.openIdSubject ? (
          <div className="mt-4 grid justify-items-start gap-2">
            <p className="max-w-[60ch] text-ink-2">{t("openIdText", { name: openId.name })}</p>
            <OpenIdButton
              label={t("connectOpenId", { name: openId.name })}
              returnTo={`/${workspace}/settings`}
            />
          </div>
        ) : null}
      </Section>
      <Section title={t("sessions")}>
        <p className="mb-3 max-w-[60ch] text-ink-2">{t("signOutText")}</p>
        <div className="flex flex-wrap gap-2">
          <form action={signOutAction}>
            <SubmitButton variant="outline">{t("signOut")}</SubmitButton>
          </form>
          <form action={signOutEverywhereAction}>
            <SubmitButton variant="outline">{t("signOutEverywhere")}</SubmitButton>
          </form>
        </div>
      </Section>
    </>
  );
}
