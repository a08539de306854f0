import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";

import { currentRuntime } from "#lib/runtime/current";
import { showInvitation } from "#lib/workspaces/show-invitation";

import { currentUser } from "../../../_auth/session.ts";
import { publicUrl } from "../../../_auth/settings.ts";
import { LanguageChoice } from "../../../_components/frame/language-choice.tsx";
import { RightAddress } from "../../../_components/frame/right-address.tsx";
import { SinglePage } from "../../../_components/frame/single-page.tsx";
import { TextLink } from "../../../_components/primitives/text-link.tsx";
import { AcceptForm } from "./accept-form.tsx";

/**
 * The page's address contains a secret token, so other sites get no referrer. Our own form needs the origin,
 * otherwise it is refused.
 */
export const metadata: Metadata = { title: "Shoutloop", referrer: "same-origin" };

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const user = await currentUser();
  const t = await getTranslations("invite");
  const shown = await showInvitation(currentRuntime(), token, user?.email ?? null);
  if (!shown.ok) {
    const refusals = await getTranslations("refusals");
    return (
      <SinglePage title={t("titleOfNone")} text={refusals(shown.refusal, shown.detail)}>
        <p>
          <TextLink href="/">{t("home")}</TextLink>
        </p>
        <LanguageChoice />
      </SinglePage>
    );
  }
  const { workspace, role, email } = shown.value;
  const roles = await getTranslations("roles");
  const text = t("text", { role: roles(`${role}.name`).toLowerCase(), may: roles(`${role}.may`) });
  return (
    <SinglePage title={t("title", { workspace })} text={text}>
      <RightAddress address={publicUrl()} />
      <AcceptForm
        token={token}
        email={email}
        signedInAs={user?.email ?? null}
        locale={(await getLocale()).slice(0, 2)}
      />
      {user ? null : (
        <p className="text-ink-2">
          {t("haveAccount")} <TextLink href="/sign-in">{t("signInFirst")}</TextLink>
        </p>
      )}
      <LanguageChoice />
    </SinglePage>
  );
}
