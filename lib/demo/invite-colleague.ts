import { acceptInvitation } from "../workspaces/accept-invitation.ts";
import { inviteMember } from "../workspaces/invite-member.ts";
import { signIn, type DemoContext } from "./demo-context.ts";
import { valueOf } from "./value-of.ts";

/** Somebody else to sign in as: plans posts and thanks fans, but neither connects accounts nor manages members. */
export const colleague = { email: "editor@shoutloop.example", password: signIn.password };

export async function inviteColleague({ ctx }: DemoContext): Promise<void> {
  const { email } = colleague;
  const { token } = valueOf(await inviteMember(ctx, { role: "editor", email }));
  const newUser = { ...colleague, name: "Jelmer Wiersma", locale: "nl" as const };
  valueOf(await acceptInvitation(ctx, null, { token, newUser }));
}
