"use client";

import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";

import { Button } from "../../_components/primitives/button.tsx";

export function OpenIdButton({ name }: { name: string }) {
  const t = useTranslations("sign-in");
  return (
    <Button onClick={() => void signIn("oidc", { callbackUrl: "/" })}>
      {t("withOpenId", { name })}
    </Button>
  );
}
