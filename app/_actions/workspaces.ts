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
import { countVisit, refuseOtherAddress } from "../_auth/visitor.ts";
import { fieldsOf, type FormState, wrongFields } from "./form-state.ts";
import { signedInUser } from "./signed-in-context.ts";
import { submitForm } from "./submit-form.ts";
import { formAction } from "./take-call.ts";
import { workspaceFields } from "./workspace-fields.ts";

export interface InviteState extends FormState {
  /** The invitation's link; only in the answer to the form that created it. */
  readonly link?: string;
}

export const inviteMemberAction = formAction<InviteState>(async (_before, form) => {
  const typed = fieldsOf(form, ["role", "email"]);
  const { state, value } = await submitForm(form, typed, inviteInput, typed, inviteMember);
  return value ? { typed: {}, isDone: true, link: `${publicUrl()}/invite/${value.token}` } : state;
});

export const withdrawInvitationAction = formAction<FormState>(async (_before, form) => {
  const typed = fieldsOf(form, ["invitationId"]);
  return (await submitForm(form, typed, invitationInput, typed, withdrawInvitation)).state;
});

export const changeMemberRoleAction = formAction<FormState>(async (_before, form) => {
  const typed = fieldsOf(form, ["userId", "role", "from"]);
  return (await submitForm(form, typed, memberRoleInput, typed, changeMemberRole)).state;
});

export const removeMemberAction = formAction<FormState>(async (_before, form) => {
  const user = await signedInUser();
  const typed = fieldsOf(form, ["userId"]);
  const { state } = await submitForm(form, typed, memberInput, typed, removeMember);
  if (state.isDone && typed["userId"] === user.id) redirect("/");
  return state;
});

export const changeWorkspaceAction = formAction<FormState>(async (_before, form) => {
  const { typed, input } = workspaceFields(form);
  const { state } = await submitForm(form, typed, changeSettingsInput, input, changeSettings);
  return state;
});

/**
 * Creates a workspace. Only an owner of the form's workspace may do so, because an installation is shared by
 * a team.
 */
export const createWorkspaceAction = formAction<FormState>(async (_before, form) => {
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
});

/** Removes the sample workspace and redirects to the one that replaced it, or to another one. */
export const removeSampleAction = formAction<FormState>(async (_before, form) => {
  const typed = fieldsOf(form, ["ownName"]);
  const { state, value } = await submitForm(form, typed, removeSampleInput, typed, removeSample);
  if (state.isDone) redirect(value ? `/${value.slug}/accounts` : "/");
  return state;
});

/** Adds the signed-in user to the workspace, or creates a user first. */
export const acceptInvitationAction = formAction<FormState>(async (_before, form) => {
  const user = await currentUser();
  const { typed, input } = acceptance(form, user === undefined);
  const parsed = acceptInvitationInput.safeParse(input);
  if (!parsed.success)
    return { typed, wrong: wrongFields(parsed.error).map((path) => path.replace("newUser.", "")) };
  const { refusal, forgive } = await countVisit("invitation");
  const stop = (user ? undefined : await refuseOtherAddress()) ?? refusal;
  if (stop) return { typed, refusal: stop.refusal, detail: stop.detail };
  const outcome = await acceptInvitation(currentRuntime(), user?.id ?? null, parsed.data);
  if (!outcome.ok) return { typed, refusal: outcome.refusal, detail: outcome.detail };
  await forgive();
  if (!user) await startSession(outcome.value.user);
  redirect(`/${outcome.value.workspace.slug}/today`);
});

function acceptance(form: FormData, isNew: boolean) {
  const typed = fieldsOf(form, ["email", "name", "locale"]);
  const { token = "", password = "" } = fieldsOf(form, ["token", "password"]);
  const locale = preferredLocale(typed["locale"] ?? null);
  return { typed, input: { token, newUser: isNew ? { ...typed, password, locale } : undefined } };
}
