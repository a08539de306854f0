import type { Incoming, Reply } from "./http.ts";
import { showMedia, uploadMedia } from "./media.ts";
import { authorize, authorizePage, registerApp, revoke, token } from "./oauth.ts";
import { nodeInfo, nodeInfoLinks, olderInstance } from "./older-instance.ts";
import { act, timeline } from "./playground.ts";
import { deleteStatus, editStatus, postStatus, statusSource } from "./posting.ts";
import { favourite, reblog } from "./reactions.ts";
import {
  accountStatuses,
  instance,
  notifications,
  oneStatus,
  ownAccount,
  severalStatuses,
  statusContext,
} from "./reading.ts";
import type { Traits } from "./traits.ts";

export interface Route {
  /** One of these is needed; absent: for everybody. */
  readonly scopes?: readonly string[];
  /** Public things are shown without a token, too. */
  readonly isOpen?: boolean;
  readonly stream?: boolean;
  /** The network's specification tells of it. */
  readonly isSpecified?: boolean;
  /** Where a server has no such address. */
  readonly isMissing?: (traits: Traits) => boolean;
  readonly answer: (incoming: Incoming) => Reply | Promise<Reply>;
}

const reads = (answer: Route["answer"], ...scopes: string[]): Route => ({
  answer,
  isSpecified: true,
  scopes: ["read", ...scopes],
});
const writes = (answer: Route["answer"], ...scopes: string[]): Route => ({
  answer,
  isSpecified: true,
  scopes: ["write", ...scopes],
});
const nothing = (): Reply => ({});

const routes: readonly (readonly [method: string, path: RegExp, route: Route])[] = [
  ["GET", /^\/$/, { answer: timeline }],
  ["POST", /^\/playground$/, { answer: act }],
  ["POST", /^\/api\/v1\/apps$/, { answer: registerApp, isSpecified: true }],
  ["GET", /^\/oauth\/authorize$/, { answer: authorizePage }],
  ["POST", /^\/oauth\/authorize$/, { answer: authorize }],
  ["POST", /^\/oauth\/token$/, { answer: token }],
  ["POST", /^\/oauth\/revoke$/, { answer: revoke }],
  [
    "GET",
    /^\/api\/v2\/instance$/,
    { answer: instance, isSpecified: true, isMissing: ({ hasOnlyV1 }) => hasOnlyV1 },
  ],
  ["GET", /^\/api\/v1\/instance$/, { answer: olderInstance }],
  [
    "GET",
    /^\/\.well-known\/nodeinfo$/,
    { answer: nodeInfoLinks, isMissing: ({ software }) => !software },
  ],
  ["GET", /^\/nodeinfo\/2\.0$/, { answer: nodeInfo }],
  [
    "GET",
    /^\/api\/v1\/accounts\/verify_credentials$/,
    reads(ownAccount, "profile", "read:accounts"),
  ],
  [
    "GET",
    /^\/api\/v1\/accounts\/(\d+)\/statuses$/,
    { ...reads(accountStatuses, "read:statuses"), isOpen: true },
  ],
  ["POST", /^\/api\/v1\/statuses$/, writes(postStatus, "write:statuses")],
  ["GET", /^\/api\/v1\/statuses$/, { ...reads(severalStatuses, "read:statuses"), isOpen: true }],
  ["GET", /^\/api\/v1\/statuses\/(\d+)$/, { ...reads(oneStatus, "read:statuses"), isOpen: true }],
  [
    "GET",
    /^\/api\/v1\/statuses\/(\d+)\/context$/,
    { ...reads(statusContext, "read:statuses"), isOpen: true },
  ],
  ["PUT", /^\/api\/v1\/statuses\/(\d+)$/, writes(editStatus, "write:statuses")],
  [
    "DELETE",
    /^\/api\/v1\/statuses\/(\d+)$/,
    { ...writes(deleteStatus, "write:statuses"), isMissing: ({ hasNoDelete }) => hasNoDelete },
  ],
  [
    "GET",
    /^\/api\/v1\/statuses\/(\d+)\/source$/,
    { ...reads(statusSource, "read:statuses"), isMissing: ({ hasNoSource }) => hasNoSource },
  ],
  ["POST", /^\/api\/v1\/statuses\/(\d+)\/favourite$/, writes(favourite, "write:favourites")],
  ["POST", /^\/api\/v1\/statuses\/(\d+)\/reblog$/, writes(reblog, "write:statuses")],
  [
    "POST",
    /^\/api\/v2\/media$/,
    { ...writes(uploadMedia, "write:media"), isMissing: ({ hasOnlyV1 }) => hasOnlyV1 },
  ],
  ["POST", /^\/api\/v1\/media$/, writes(uploadMedia, "write:media")],
  ["GET", /^\/api\/v1\/media\/(\d+)$/, writes(showMedia, "write:media")],
  ["GET", /^\/api\/v1\/notifications$/, reads(notifications, "read:notifications")],
  [
    "GET",
    /^\/api\/v1\/streaming\/user\/notification$/,
    { ...reads(nothing, "read:notifications"), stream: true },
  ],
];

export function routeOf(
  method: string,
  path: string,
): { route: Route; caught: string[] } | undefined {
  for (const [allowed, expression, route] of routes) {
    const match = allowed === method ? expression.exec(path) : null;
    if (match) return { route, caught: match.slice(1) };
  }
  return undefined;
}
