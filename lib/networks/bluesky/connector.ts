import type { Connector } from "../contract/connector.ts";
import { collect } from "./collect.ts";
import { connect } from "./connect.ts";
import { describe } from "./describe.ts";
import { manifest } from "./manifest.ts";
import { measure } from "./measure.ts";
import { authorization } from "./oauth/authorization.ts";
import { metadataName } from "./oauth/client-metadata.ts";
import { showClientMetadata } from "./oauth/show-client-metadata.ts";
import { prepare } from "./prepare.ts";
import { publish } from "./publish.ts";
import { findRecord } from "./reconcile.ts";
import { remove } from "./remove.ts";
import { search } from "./search.ts";
import { refresh, revoke } from "./session.ts";

/** Bluesky over the AT Protocol, based on its lexicons and the server's source. */
export const bluesky: Connector = {
  ...manifest,
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
  publicDocument: async (context, path, address) =>
    path === metadataName ? showClientMetadata(context, address) : undefined,
};
