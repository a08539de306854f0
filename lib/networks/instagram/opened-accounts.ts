import type { ConnectOutcome, OfferedAccount } from "../contract/connect-outcome.ts";
import type { ConnectorContext } from "../contract/session.ts";
import { graphCall } from "../kit/graph-call.ts";
import type { GraphFailure } from "../kit/graph-failure.ts";
import { pageBack } from "../kit/page-back.ts";
import { placeOf } from "../kit/server-place.ts";
import { refusalOf, refused } from "./authorization.ts";
import { describedAs } from "./describe.ts";
import { pageCredentials, proofOf } from "./page-token.ts";
import type { InstagramSettings } from "./settings.ts";
import { pageList, profileFields, type PageAnswer } from "./wire.ts";

const field = "systemToken";
const mostPages = 50;

/** Lists every Instagram account linked to a Facebook page that the system user's token gives access to. */
export async function openAccounts(
  context: ConnectorContext,
  settings: InstagramSettings,
  token: string,
  appSecret: string | undefined,
): Promise<ConnectOutcome> {
  const proof = proofOf(token, appSecret);
  const found = await pageBack<PageAnswer, GraphFailure>(mostPages, async (after) => {
    const fields = `id,name,access_token,instagram_business_account{${profileFields}}`;
    const params = { fields, limit: "100", after, ...(proof && { appsecret_proof: proof }) };
    const call = { path: "/me/accounts", params, shape: pageList };
    const answer = await graphCall(context, settings.facebookApi, call, token);
    if (answer.kind !== "ok") return answer;
    const { data, next } = answer.value;
    return { kind: "ok", entries: data, next, isPast: false };
  });
  if (found.kind !== "ok") return refusalOf(found, field);
  const accounts = found.entries.flatMap((page) => offer(page, settings, appSecret) ?? []);
  if (accounts.length === 0)
    return refused("nothing-there", field, "No page has a professional account on Instagram.");
  return { kind: "choice", accounts, hasMore: !found.isComplete };
}

function offer(
  { access_token: token, instagram_business_account: account }: PageAnswer,
  { facebookApi }: InstagramSettings,
  appSecret: string | undefined,
): OfferedAccount | undefined {
  if (!account) return undefined;
  return {
    remoteId: account.id,
    ...describedAs(account),
    origin: placeOf(facebookApi),
    credentials: pageCredentials(token ?? "", appSecret),
    ...(token ? {} : { unusable: "role-too-low" }),
  };
}
