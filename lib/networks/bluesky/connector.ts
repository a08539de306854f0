import type { Connector } from "../contract/connector.ts";
import { collect } from "./collect.ts";
import { connect } from "./connect.ts";
import { describe } from "./describe.ts";
import { limits } from "./limits.ts";
import { measure } from "./measure.ts";
import { authorization } from "./oauth/authorization.ts";
import { outcome } from "./outcome.ts";
import { prepare } from "./prepare.ts";
import { publish } from "./publish.ts";
import { findRecord } from "./reconcile.ts";
import { remove } from "./remove.ts";
import { search } from "./search.ts";
import { defaultServer } from "./server-address.ts";
import { refresh, revoke } from "./session.ts";

/** The AT Protocol, spoken to directly. Facts from its lexicons and the server's source. */
export const bluesky: Connector = {
  network: "bluesky",
  label: "Bluesky",
  isSimulated: false,
  limits,
  abilities: { canDelete: true, canReply: true, canMention: true },
  outcome,
  connectFields: [
    { name: "identifier", kind: "text", isRequired: true, fromAccount: "handle" },
    { name: "appPassword", kind: "password", isRequired: true },
    {
      name: "pds",
      kind: "url",
      isRequired: false,
      defaultValue: defaultServer,
      fromAccount: "origin",
    },
  ],
  connect,
  authorization,
  describe,
  refresh,
  revoke,
  prepare,
  publish,
  reconcile: findRecord,
  search,
  remove,
  collect,
  measure,
  mention: (handle) => `@${handle}`,
};
