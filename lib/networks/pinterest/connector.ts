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

/** Connector for Pinterest through its API v5. */
export function pinterestConnector(settings: PinterestSettings = usualSettings): Connector {
  return {
    ...manifest,
    connect: (context, { sandboxToken }) => openSandbox(context, settings, sandboxToken),
    authorization: authorizationFor(settings),
    describe: (session) => describe(session, settings),
    // There are no permissions to check: a sign-in with missing scopes is refused at once.
    examine: async ({ account }) => ({
      kind: "examined",
      permissions: [],
      isSandbox: isSamePlace(account.origin, settings.sandbox),
    }),
    optionChoices: (session) => listBoards(session, settings),
    refresh: (session) => refresh(session, settings),
    // The API cannot revoke a sign-in: people do it on Pinterest, under "Apps".
    revoke: async () => {},
    prepare: (session, part) => prepare(session, part),
    publish: (session, request) => publish(session, settings, request),
    reconcile: (session, request, asked) => reconcile(session, settings, request, asked),
    search: (session, part, asked) => search(session, settings, part, asked),
    remove: (session, published) => remove(session, settings, published),
    edit: (session, published, part, seen) => edit(session, settings, published, part, seen),
    // Pinterest's API names no people and has neither comments nor webhooks.
    collect: async () => ({ kind: "collected", touchpoints: [], cursor: null, hasMore: false }),
    measure: (session, published) => measure(session, settings, published),
  };
}
