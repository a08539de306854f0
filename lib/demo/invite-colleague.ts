import { acceptInvitation } from "../workspaces/accept-invitation.ts";
import { inviteMember } from "../workspaces/invite-member.ts";
import { must } from "./must.ts";
import { signIn, type Workshop } from "./workshop.ts";

/** Somebody else to sign in as: plans posts and thanks fans, but neither connects accounts nor manages members. */
export const colleague = { email: "editor@shoutloop.example", password: signIn.password };

export async function inviteColleague({ ctx }: Workshop): Promise<void> {
  const { email } = colleague;
  const { token } = must(await inviteMember(ctx, { role: "editor", email }));
  const newUser = { ...colleague, name: "Jelmer Wiersma", locale: "nl" as const };
  must(await acceptInvitation(ctx, null, { token, newUser }));
}
