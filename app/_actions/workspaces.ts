"use server";

import { redirect } from "next/navigation";

import { changeSettings } from "#lib/deliveries/change-settings";
import { changeSettingsInput } from "#lib/deliveries/input";
import { preferredLocale } from "#lib/i18n/locale";
import { currentRuntime } from "#lib/runtime/current";
import { acceptInvitation } from "#lib/workspaces/accept-invitation";
import { changeMemberRole } from "#lib/workspaces/change-member-role";
import { createWorkspace } from "#lib/workspaces/create-workspace";
import {
  acceptInvitationInput,
  invitationInput,
  inviteInput,
  memberInput,
  memberRoleInput,
  newWorkspaceInput,
  removeSampleInput,
} from "#lib/workspaces/input";
import { inviteMember } from "#lib/workspaces/invite-member";
import { removeMember } from "#lib/workspaces/remove-member";
import { removeSample } from "#lib/workspaces/remove-sample";
import { requireRole } from "#lib/workspaces/require-role";
import { withdrawInvitation } from "#lib/workspaces/withdraw-invitation";

import { currentUser, startSession } from "../_auth/session.ts";
import { publicUrl } from "../_auth/settings.ts";
import { fieldsOf, type FormState, wrongFields } from "./form-state.ts";
import { signedInUser } from "./signed-in-context.ts";
import { submitForm } from "./submit-form.ts";
import { workspaceFields } from "./workspace-fields.ts";

export interface InviteState extends FormState {
  /** Only in the answer to the very form that asked for it. */
  readonly link?: string;
}

export async function inviteMemberAction(
  _before: InviteState,
  form: FormData,
): Promise<InviteState> {
  const typed = fieldsOf(form, ["role", "email"]);
  const { state, value } = await submitForm(form, typed, inviteInput, typed, inviteMember);
  return value ? { typed: {}, link: `${publicUrl()}/invite/${value.token}` } : state;
}

export async function withdrawInvitationAction(
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const typed = fieldsOf(form, ["invitationId"]);
  return (await submitForm(form, typed, invitationInput, typed, withdrawInvitation)).state;
}

export async function changeMemberRoleAction(
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const typed = fieldsOf(form, ["userId", "role"]);
  return (await submitForm(form, typed, memberRoleInput, typed, changeMemberRole)).state;
}

export async function removeMemberAction(_before: FormState, form: FormData): Promise<FormState> {
  const user = await signedInUser();
  const typed = fieldsOf(form, ["userId"]);
  const { state } = await submitForm(form, typed, memberInput, typed, removeMember);
  if (state.isDone && typed["userId"] === user.id) redirect("/");
  return state;
}

export async function changeWorkspaceAction(
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const { typed, input } = workspaceFields(form);
  const { state } = await submitForm(form, typed, changeSettingsInput, input, changeSettings);
  return state;
}

/** Only who owns one may make another: installations are shared by teams, not by the world. */
export async function createWorkspaceAction(
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const typed = fieldsOf(form, ["name", "timeZone"]);
  const { state, value } = await submitForm(
    form,
    typed,
    newWorkspaceInput.pick({ name: true, timeZone: true }),
    typed,
    async (ctx, input) => {
      requireRole(ctx, "owner");
      return createWorkspace(ctx, ctx.actor.id, input);
    },
  );
  if (value) redirect(`/${value.slug}/accounts`);
  return state;
}

/** Goes on in the workspace that took the sample's place, or in another one. */
export async function removeSampleAction(_before: FormState, form: FormData): Promise<FormState> {
  const typed = fieldsOf(form, ["ownName"]);
  const { state, value } = await submitForm(form, typed, removeSampleInput, typed, removeSample);
  if (state.isDone) redirect(value ? `/${value.slug}/accounts` : "/");
  return state;
}

/** Joins who is signed in, or makes an account for who is not. */
export async function acceptInvitationAction(
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const user = await currentUser();
  const typed = fieldsOf(form, ["email", "name", "locale"]);
  const { token = "", password = "" } = fieldsOf(form, ["token", "password"]);
  const locale = preferredLocale(typed["locale"] ?? null);
  const newUser = user ? undefined : { ...typed, password, locale };
  const parsed = acceptInvitationInput.safeParse({ token, newUser });
  if (!parsed.success)
    return { typed, wrong: wrongFields(parsed.error).map((path) => path.replace("newUser.", "")) };
  const outcome = await acceptInvitation(currentRuntime(), user?.id ?? null, parsed.data);
  if (!outcome.ok) return { typed, refusal: outcome.refusal, detail: outcome.detail };
  if (!user) await startSession(outcome.value.user);
  redirect(`/${outcome.value.workspace.slug}/today`);
}
