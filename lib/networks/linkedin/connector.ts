import type { Connector } from "../contract/connector.ts";
import { appreciate } from "./appreciate.ts";
import { authorizationFor } from "./authorization.ts";
import { collect } from "./collect.ts";
import { edit } from "./edit.ts";
import { examine } from "./examine.ts";
import { manifest } from "./manifest.ts";
import { measure } from "./measure.ts";
import { prepare } from "./prepare.ts";
import { describe } from "./profile.ts";
import { publish } from "./publish.ts";
import { reconcile, search } from "./reconcile.ts";
import { remove } from "./remove.ts";
import { postAt } from "./request.ts";
import { refresh, revoke } from "./session.ts";
import { usualSettings, type LinkedInSettings } from "./settings.ts";
import { sunsetOf } from "./versions.ts";

/** Connector for LinkedIn members and pages through the versioned API. */
export function linkedInConnector(settings: LinkedInSettings = usualSettings): Connector {
  return {
    ...manifest,
    versionEnds: sunsetOf(settings.version),
    connect: async () => ({
      kind: "refused",
      code: "declined",
      detail: "LinkedIn signs people in on its own page only.",
    }),
    authorization: authorizationFor(settings),
    describe: (session) => describe(session, settings),
    examine: (session) => examine(session),
    refresh: (session) => refresh(session, settings),
    revoke: (session) => revoke(session, settings),
    prepare: (session, part) => prepare(session, settings, part),
    publish: (session, request) => publish(session, settings, request),
    reconcile: (session, request, asked) => reconcile(session, settings, request, asked),
    search: (session, part, asked) => search(session, settings, part, asked),
    remove: (session, published) => remove(session, settings, published),
    edit: (session, published, part, seen) => edit(session, settings, published, part, seen),
    collect: (session, cursor) => collect(session, settings, cursor),
    appreciate: (session, target, how) => appreciate(session, settings, target, how),
    postAt: (_account, url) => postAt(settings, url),
    measure: (session, published) => measure(session, settings, published),
  };
}
