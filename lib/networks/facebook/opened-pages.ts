import type {
  ConnectFailure,
  ConnectOutcome,
  OfferedAccount,
} from "../contract/connect-outcome.ts";
import type { ConnectorContext } from "../contract/session.ts";
import type { GraphAnswer } from "../kit/graph-call.ts";
import type { GraphFailure } from "../kit/graph-failure.ts";
import { pageBack } from "../kit/page-back.ts";
import { placeOf } from "../kit/server-place.ts";
import { callAsPerson } from "./call.ts";
import { describedAs } from "./describe.ts";
import type { FacebookSettings } from "./settings.ts";
import { credentialsOf } from "./token.ts";
import { ownPages, pageFields, permissionsAnswer, type OwnPage } from "./wire.ts";

type Out = Pick<ConnectorContext, "http" | "now">;

interface SignedIn {
  readonly token: string;
  readonly appSecret: string | undefined;
}

/** Permissions without which nothing can be posted. Without the others, only less can be read. */
const needed = ["pages_show_list", "pages_manage_posts"];

/** Tasks that allow posting for the page; the PROFILE_PLUS ones are of pages in the new Pages experience. */
const posting = new Set([
  "CREATE_CONTENT",
  "MANAGE",
  "PROFILE_PLUS_CREATE_CONTENT",
  "PROFILE_PLUS_FULL_CONTROL",
]);

const pageSize = "100";
const mostPages = 50;

/**
 * Lists every page that a token gives access to, for a person to choose from. `field` is the form field that
 * a refusal names.
 */
export async function openPages(
  out: Out,
  settings: FacebookSettings,
  who: SignedIn,
  field: string,
): Promise<ConnectOutcome> {
  const missing = await missingPermissions(out, settings, who);
  if (missing.kind !== "ok") return refusalOf(missing, field);
  if (missing.value.length > 0) return refused("declined", field, missing.value.join(", "));
  const pages = await listPages(out, settings, who);
  if (pages.kind !== "ok") return refusalOf(pages, field);
  const offered = pages.entries.map((page) => offer(page, settings, who));
  if (offered.length === 0) return refused("nothing-there", field, "There is no page.");
  return { kind: "choice", accounts: offered, hasMore: !pages.isComplete };
}

async function missingPermissions(
  out: Out,
  settings: FacebookSettings,
  who: SignedIn,
): Promise<GraphAnswer<string[]>> {
  const call = { path: "/me/permissions", shape: permissionsAnswer };
  const answer = await callAsPerson(out, settings, who, call);
  if (answer.kind !== "ok") return answer;
  const granted = new Set(
    answer.value.data.flatMap(({ permission, status }) =>
      status === "granted" ? [permission] : [],
    ),
  );
  return { kind: "ok", value: needed.filter((one) => !granted.has(one)) };
}

function listPages(out: Out, settings: FacebookSettings, who: SignedIn) {
  return pageBack<OwnPage, GraphFailure>(mostPages, async (after) => {
    const params = { fields: `${pageFields},access_token,tasks`, limit: pageSize, after };
    const call = { path: "/me/accounts", params, shape: ownPages };
    const answer = await callAsPerson(out, settings, who, call);
    if (answer.kind !== "ok") return answer;
    const { data, next } = answer.value;
    return { kind: "ok", entries: data, next, isPast: false };
  });
}

function offer(page: OwnPage, { api }: FacebookSettings, { appSecret }: SignedIn): OfferedAccount {
  const { id: remoteId, access_token: token = "", tasks } = page;
  const mayPost = token !== "" && tasks.some((task) => posting.has(task));
  return {
    remoteId,
    ...describedAs(page),
    origin: placeOf(api),
    credentials: credentialsOf(token, appSecret),
    ...(mayPost ? {} : { unusable: "role-too-low" }),
  };
}

export function refusalOf(
  failure: GraphFailure,
  field: string,
): Extract<ConnectOutcome, { kind: "refused" }> {
  if (failure.kind === "later") return refused("too-many-attempts", field, failure.detail);
  const isSilent = failure.kind === "not-sent" || failure.kind === "unknown";
  return refused(isSilent ? "unreachable" : "wrong-credentials", field, failure.detail);
}

export function refused(
  code: ConnectFailure,
  field: string,
  detail: string,
): Extract<ConnectOutcome, { kind: "refused" }> {
  return { kind: "refused", code, field, detail };
}
