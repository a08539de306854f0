import type { Connector } from "../contract/connector.ts";
import { authorizationFor } from "./authorization.ts";
import { collect } from "./collect.ts";
import { describe } from "./describe.ts";
import { edit } from "./edit.ts";
import { manifest } from "./manifest.ts";
import { prepare } from "./prepare.ts";
import { publish } from "./publish.ts";
import { reconcile, search } from "./reconcile.ts";
import { remove } from "./remove.ts";
import { refresh } from "./session.ts";
import { usualSettings, type GoogleSettings } from "./settings.ts";

/**
 * Connector for places through Google's Business Profile APIs. Google fetches pictures from a public address,
 * of this installation or the operator's bucket.
 */
export function googleConnector(settings: GoogleSettings = usualSettings): Connector {
  return {
    ...manifest,
    connect: async () => ({
      kind: "refused",
      code: "declined",
      detail: "Google signs people in on its own page only.",
    }),
    authorization: authorizationFor(settings),
    describe: (session) => describe(session, settings),
    refresh: (session) => refresh(session, settings),
    // Revoking the app's permission would disconnect every place of the same person.
    revoke: async () => {},
    prepare: (session, part) => prepare(session, settings, part),
    publish: (session, request) => publish(session, settings, request),
    reconcile: (session, request, asked) => reconcile(session, settings, request, asked),
    search: (session, part, asked) => search(session, settings, part, asked),
    remove: (session, published) => remove(session, settings, published),
    edit: (session, published, part, seen) => edit(session, settings, published, part, seen),
    collect: (session, cursor) => collect(session, settings, cursor),
    // Google removed the figures of single posts from its API.
    measure: async () => ({ kind: "measured", metrics: [] }),
  };
}
