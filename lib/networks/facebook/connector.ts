import type { Connector } from "../contract/connector.ts";
import { rememberSystemApp } from "../kit/app-secret.ts";
import { appreciate } from "./appreciate.ts";
import { authorizationFor } from "./authorization.ts";
import { collect } from "./collect.ts";
import { describe } from "./describe.ts";
import { edit } from "./edit.ts";
import { examine } from "./examine.ts";
import { manifest } from "./manifest.ts";
import { measure } from "./measure.ts";
import { openPages } from "./opened-pages.ts";
import { prepare } from "./prepare.ts";
import { publish } from "./publish.ts";
import { reconcile, search } from "./reconcile.ts";
import { remove } from "./remove.ts";
import { usualSettings, versionEnds, type FacebookSettings } from "./settings.ts";
import { subscribe, webhooks } from "./webhooks.ts";

/** Connector for Facebook pages through Meta's Graph API. */
export function facebookConnector(settings: FacebookSettings = usualSettings): Connector {
  return {
    ...manifest,
    versionEnds,
    /** Connects with the token of a system user, which does not expire. */
    async connect(context, { systemToken = "", appSecret = "" }) {
      const who = { token: systemToken.trim(), appSecret: appSecret.trim() || undefined };
      const opened = await openPages(context, settings, who, "systemToken");
      if (opened.kind !== "refused") await rememberSystemApp(context, who.appSecret);
      return opened;
    },
    authorization: authorizationFor(settings),
    describe: (session) => describe(session, settings),
    examine: (session) => examine(session, settings),
    refresh: async () => ({
      kind: "reconnect",
      detail: "A page's token does not end by itself, so there is nothing to renew.",
    }),
    // Revoking the app's permission would disconnect every page of the same person.
    revoke: async () => {},
    prepare: (session, part) => prepare(session, settings, part),
    publish: (session, request) => publish(session, settings, request),
    reconcile: (session, request, asked) => reconcile(session, settings, request, asked),
    search: (session, part, asked) => search(session, settings, part, asked),
    remove: (session, published) => remove(session, settings, published),
    edit: (session, published, part, seen) => edit(session, settings, published, part, seen),
    appreciate: (session, target, how) => appreciate(session, settings, target, how),
    collect: (session, cursor) => collect(session, settings, cursor),
    webhooks,
    subscribe: (session) => subscribe(session, settings),
    measure: (session, published) => measure(session, settings, published),
  };
}
