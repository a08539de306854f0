import type { DescribeOutcome } from "../contract/outcome.ts";
import type { ConnectorContext, Session } from "../contract/session.ts";
import { counted } from "../kit/counted.ts";
import { unread } from "../kit/read-failure.ts";
import { callAs, callWithToken, type Answer } from "./call.ts";
import type { XSettings } from "./settings.ts";
import { meAnswer, type XPerson } from "./wire.ts";

type Described = Extract<DescribeOutcome, { kind: "described" }> & { remoteId: string };

const fields = { "user.fields": "profile_image_url,public_metrics" };

export async function describe(session: Session, settings: XSettings): Promise<DescribeOutcome> {
  const answer = await callAs(session, settings, meAnswer, ({ v2 }) => v2.get("users/me", fields));
  if (answer.kind !== "ok") return unread(answer);
  const { remoteId: _id, ...described } = describedAs(answer.value.data);
  return described;
}

/** Returns the profile that an access token belongs to, before it is connected. */
export async function showMe(
  context: Pick<ConnectorContext, "http" | "now">,
  settings: XSettings,
  token: string,
): Promise<Answer<Described>> {
  const answer = await callWithToken(context, settings, token, meAnswer, ({ v2 }) =>
    v2.get("users/me", fields),
  );
  return answer.kind === "ok" ? { kind: "ok", value: describedAs(answer.value.data) } : answer;
}

function describedAs({ id, username, name, ...told }: XPerson): Described {
  const displayName = name?.trim() || username;
  const { profile_image_url: avatarUrl, public_metrics: metrics } = told;
  const followers = counted(metrics?.followers_count);
  return {
    kind: "described",
    remoteId: id,
    handle: username,
    displayName,
    avatarUrl,
    ...followers,
  };
}
