"use client";

import { signIn } from "next-auth/react";

import { Button } from "../primitives/button.tsx";

/** Starts the sign-in at the provider and returns to `returnTo`. */
export function OpenIdButton({ label, returnTo }: { label: string; returnTo: string }) {
  return <Button onClick={() => void signIn("oidc", { callbackUrl: returnTo })}>{label}</Button>;
}
