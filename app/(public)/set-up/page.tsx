import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";

import { currentRuntime } from "#lib/runtime/current";
import { hasOwner } from "#lib/workspaces/has-owner";

import { publicUrl } from "../../_auth/settings.ts";
import { LanguageChoice } from "../../_components/frame/language-choice.tsx";
import { RightAddress } from "../../_components/frame/right-address.tsx";
import { SinglePage } from "../../_components/frame/single-page.tsx";
import { SetUpForm } from "./set-up-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("set-up"))("title") };
}

/** Page of the first visit: creates the owner. Redirects to the sign-in page once an owner exists. */
export default async function SetUpPage() {
  if (await hasOwner(currentRuntime())) redirect("/sign-in");
  const t = await getTranslations("set-up");
  return (
    <SinglePage title={t("title")} text={t("text")}>
      <RightAddress address={publicUrl()} />
      <SetUpForm
        locale={(await getLocale()).slice(0, 2)}
        timeZones={Intl.supportedValuesOf("timeZone")}
      />
      <LanguageChoice />
    </SinglePage>
  );
}
