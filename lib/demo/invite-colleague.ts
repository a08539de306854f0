import { acceptInvitation } from "../workspaces/accept-invitation.ts";
import { inviteMember } from "../workspaces/invite-member.ts";
import { signIn, type DemoContext } from "./demo-context.ts";
import { valueOf } from "./value-of.ts";

/**
 * A second user to sign in as: an editor, who plans posts and thanks fans but cannot connect accounts or
 * manage members.
 */
export const colleague = { email: "editor@shoutloop.example", password: signIn.password };

export async function inviteColleague({ ctx }: DemoContext): Promise<void> {
  const { email } = colleague;
  const { token } = valueOf(await inviteMember(ctx, { role: "editor", email }));
  const newUser = { ...colleague, name: "Jelmer Wiersma", locale: "nl" as const };
  valueOf(await acceptInvitation(ctx, null, { token, newUser }));
}
