import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";

import { currentEnvironment, currentRuntime } from "#lib/runtime/current";
import { hasOwner } from "#lib/workspaces/has-owner";

import { currentUser } from "../../_auth/session.ts";
import { publicUrl } from "../../_auth/settings.ts";
import { LanguageChoice } from "../../_components/frame/language-choice.tsx";
import { OpenIdButton } from "../../_components/frame/open-id-button.tsx";
import { readQuery } from "../../_components/frame/read-query.ts";
import { RightAddress } from "../../_components/frame/right-address.tsx";
import { SinglePage } from "../../_components/frame/single-page.tsx";
import { Notice } from "../../_components/primitives/notice.tsx";
import { SignInForm } from "./sign-in-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sign-in"))("title") };
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ error?: string }>;
}) {
  if (!(await hasOwner(currentRuntime()))) redirect("/set-up");
  if (await currentUser()) redirect("/");
  const { error } = await readQuery(searchParams);
  const { openId } = currentEnvironment();
  const t = await getTranslations("sign-in");
  return (
    <SinglePage title={t("title")}>
      <Notice tone="danger">{error ? t(`openIdErrors.${reasonOf(error)}`) : null}</Notice>
      <RightAddress address={publicUrl()} />
      <SignInForm />
      {openId ? <OpenIdButton label={t("withOpenId", { name: openId.name })} returnTo="/" /> : null}
      <LanguageChoice />
    </SinglePage>
  );
}

const ownReasons = ["not-invited", "email-not-verified", "sign-in-first"];

/** Returns the key of the reason. Every error code that is not ours counts as a failure of the provider. */
function reasonOf(error: string): string {
  return ownReasons.includes(error) ? error : "other";
}
