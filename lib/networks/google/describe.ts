import type { DescribeOutcome } from "../contract/outcome.ts";
import type { Session } from "../contract/session.ts";
import { unread } from "../kit/read-failure.ts";
import { callAs } from "./call.ts";
import { namedAs } from "./opened-places.ts";
import type { GoogleSettings } from "./settings.ts";
import { placeAnswer, placeFields } from "./wire.ts";

export async function describe(
  session: Session,
  settings: GoogleSettings,
): Promise<DescribeOutcome> {
  const path = `/v1/${session.account.remoteId}`;
  const call = { path, params: { readMask: placeFields }, shape: placeAnswer };
  const answer = await callAs(session, settings, call, "places");
  return answer.kind === "ok"
    ? { kind: "described", ...namedAs(answer.value), avatarUrl: undefined }
    : unread(answer);
}
