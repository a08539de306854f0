"use server";

import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";

import { preferredLocale } from "#lib/i18n/locale";
import { currentRuntime } from "#lib/runtime/current";
import { changePassword } from "#lib/workspaces/change-password";
import { changeProfile } from "#lib/workspaces/change-profile";
import { changePasswordInput, profileInput, setUpOwnerInput } from "#lib/workspaces/input";
import { setUpOwner } from "#lib/workspaces/set-up-owner";
import { showUser } from "#lib/workspaces/show-user";
import { signIn } from "#lib/workspaces/sign-in";
import { signOutEverywhere } from "#lib/workspaces/sign-out-everywhere";

import { currentUser, endSession, keptByBrowser, startSession } from "../_auth/session.ts";
import { countVisit, refuseOtherAddress, visitorAddress } from "../_auth/visitor.ts";
import { fieldsOf, type FormState, wrongFields } from "./form-state.ts";
import { signedInUser } from "./signed-in-context.ts";
import { formAction, isForm, takeCall } from "./take-call.ts";

export const signInAction = formAction<FormState>(async (_before, form) => {
  const typed = fieldsOf(form, ["email"]);
  const elsewhere = await refuseOtherAddress();
  if (elsewhere) return { typed, refusal: elsewhere.refusal, detail: elsewhere.detail };
  const outcome = await signIn(currentRuntime(), {
    email: typed["email"] ?? "",
    password: secretOf(form),
    address: await visitorAddress(),
    browser: await keptByBrowser(),
  });
  if (!outcome.ok) return { typed, refusal: outcome.refusal, detail: outcome.detail };
  await startSession(outcome.value);
  redirect("/");
});

export const setUpAction = formAction<FormState>(async (_before, form) => {
  const typed = fieldsOf(form, [
    "email",
    "name",
    "workspaceName",
    "timeZone",
    "stageTemplate",
    "locale",
  ]);
  const input = { ...typed, password: secretOf(form) };
  const parsed = setUpOwnerInput.safeParse(input);
  if (!parsed.success) return { typed, wrong: wrongFields(parsed.error) };
  const { refusal } = await countVisit("set-up");
  const stop = (await refuseOtherAddress()) ?? refusal;
  if (stop) return { typed, refusal: stop.refusal, detail: stop.detail };
  const runtime = currentRuntime();
  const outcome = await setUpOwner(runtime, parsed.data);
  if (!outcome.ok) return { typed, refusal: outcome.refusal, detail: outcome.detail };
  const user = await showUser(runtime, outcome.value.userId);
  if (user) await startSession(user);
  redirect(`/${outcome.value.slug}/accounts`);
});

export async function signOutAction(): Promise<void> {
  takeCall(true);
  await endSession();
  redirect("/sign-in");
}

export async function signOutEverywhereAction(): Promise<void> {
  takeCall(true);
  const user = await signedInUser();
  await signOutEverywhere(currentRuntime(), user.id);
  await signOutAction();
}

const preferences = profileInput
  .pick({ locale: true, theme: true })
  .strict()
  .refine((change) => Object.keys(change).length > 0);

/** Saves the user's language and theme at once. */
export async function savePreferencesAction(change: {
  locale?: "en" | "nl";
  theme?: "system" | "light" | "dark";
}): Promise<void> {
  const parsed = preferences.safeParse(change);
  takeCall(parsed.success);
  const user = await signedInUser();
  if (parsed.success) await changeProfile(currentRuntime(), user.id, parsed.data);
  revalidatePath("/", "layout");
}

export const changeProfileAction = formAction<FormState>(async (_before, form) => {
  const typed = fieldsOf(form, ["name", "timeZone", "locale", "theme"]);
  const user = await currentUser();
  if (!user) return { typed, refusal: "signed-out" };
  const parsed = profileInput.safeParse(typed);
  if (!parsed.success) return { typed, wrong: wrongFields(parsed.error) };
  await changeProfile(currentRuntime(), user.id, parsed.data);
  revalidatePath("/", "layout");
  return { typed, isDone: true };
});

export const changePasswordAction = formAction<FormState>(async (_before, form) => {
  const user = await currentUser();
  if (!user) return { typed: {}, refusal: "signed-out" };
  const parsed = changePasswordInput.safeParse(Object.fromEntries(form));
  if (!parsed.success) return { typed: {}, wrong: wrongFields(parsed.error) };
  const outcome = await changePassword(currentRuntime(), user.id, parsed.data);
  if (!outcome.ok) return { typed: {}, refusal: outcome.refusal, detail: outcome.detail };
  await startSession(outcome.value);
  return { typed: {}, isDone: true };
});

/** Saves whether the user wants e-mail. A checkbox that is not ticked sends nothing. */
export const changeMailAction = formAction<FormState>(async (_before, form) => {
  const user = await currentUser();
  if (!user) return { typed: {}, refusal: "signed-out" };
  const { wantsMail } = fieldsOf(form, ["wantsMail"]);
  await changeProfile(currentRuntime(), user.id, { wantsMail: wantsMail === "on" });
  return { typed: {}, isDone: true };
});

/** Sets the language of a person who is not signed in, in a cookie. */
export async function chooseLanguageAction(form: FormData): Promise<void> {
  takeCall(isForm(form));
  const locale = preferredLocale(fieldsOf(form, ["locale"])["locale"] ?? null);
  (await cookies()).set("locale", locale, { sameSite: "lax", path: "/", maxAge: 31_536_000 });
}

/** Returns the password, which is never sent back into the form. */
function secretOf(form: FormData): string {
  return fieldsOf(form, ["password"])["password"] ?? "";
}
