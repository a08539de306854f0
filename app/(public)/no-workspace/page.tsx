import { getTranslations } from "next-intl/server";

import { signedInUser } from "../../_actions/signed-in-context.ts";
import { signOutAction } from "../../_actions/users.ts";
import { SinglePage } from "../../_components/frame/single-page.tsx";
import { SubmitButton } from "../../_components/primitives/submit-button.tsx";

/** Page for a signed-in user who was removed from their last workspace. */
export default async function NoWorkspacePage() {
  await signedInUser();
  const t = await getTranslations("sign-in");
  return (
    <SinglePage title={t("noWorkspaceTitle")} text={t("noWorkspaceText")}>
      <form action={signOutAction}>
        <SubmitButton variant="outline">{t("signOut")}</SubmitButton>
      </form>
    </SinglePage>
  );
}
