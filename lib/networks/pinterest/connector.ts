import type { Connector } from "../contract/connector.ts";
import { isSamePlace } from "../kit/server-place.ts";
import { authorizationFor, openSandbox } from "./authorization.ts";
import { listBoards } from "./boards.ts";
import { describe } from "./describe.ts";
import { edit } from "./edit.ts";
import { manifest } from "./manifest.ts";
import { measure } from "./measure.ts";
import { prepare } from "./prepare.ts";
import { publish } from "./publish.ts";
import { reconcile, search } from "./reconcile.ts";
import { remove } from "./remove.ts";
import { refresh } from "./session.ts";
import { usualSettings, type PinterestSettings } from "./settings.ts";

/** Pinterest by its API v5. */
export function pinterestConnector(settings: PinterestSettings = usualSettings): Connector {
  return {
    ...manifest,
    connect: (context, { sandboxToken }) => openSandbox(context, settings, sandboxToken),
    authorization: authorizationFor(settings),
    describe: (session) => describe(session, settings),
    // What a sign-in did not give is refused at once there.
    examine: async ({ account }) => ({
      kind: "examined",
      permissions: [],
      isSandbox: isSamePlace(account.origin, settings.sandbox),
    }),
    optionChoices: (session) => listBoards(session, settings),
    refresh: (session) => refresh(session, settings),
    // There is no address for it: people take permission back on Pinterest, under "Apps".
    revoke: async () => {},
    prepare: (session, part) => prepare(session, part),
    publish: (session, request) => publish(session, settings, request),
    reconcile: (session, request, asked) => reconcile(session, settings, request, asked),
    search: (session, part, asked) => search(session, settings, part, asked),
    remove: (session, published) => remove(session, settings, published),
    edit: (session, published, part, seen) => edit(session, settings, published, part, seen),
    // Pinterest names nobody, has no comments in its API, and pushes nothing.
    collect: async () => ({ kind: "collected", touchpoints: [], cursor: null, hasMore: false }),
    measure: (session, published) => measure(session, settings, published),
  };
}
