import { lookup, type LookupAddress } from "node:dns";
import { isIP } from "node:net";

import { Agent, buildConnector } from "undici";

import { HttpFailure } from "../kernel/ports.ts";
import { isPublicAddress } from "./address.ts";

const connectTimeoutMs = 8_000;
/**
 * Uses a new connection for every request: with a reused one, a failure does not show whether the request
 * left.
 */
const pipelining = 0;

/** Looks up all addresses of a host name. Tests replace it. */
export type Resolve = (
  host: string,
  options: { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Creates an agent that connects to public addresses only. It checks the literal address, all looked-up
 * addresses and the socket's remote address, because none of the checks covers all cases.
 */
export function guardedAgent(resolve: Resolve = lookup): Agent {
  const connect = buildConnector({ timeout: connectTimeoutMs, lookup: publicLookup(resolve) });
  return new Agent({
    pipelining,
    connect(options, callback) {
      const host = options.hostname.replace(/^\[|\]$/g, "");
      if (isIP(host) && !isPublicAddress(host)) return callback(privateAddress(host), null);
      connect(options, (error, socket) => {
        if (error || !socket) return callback(error ?? new Error("No socket."), null);
        if (isPublicAddress(socket.remoteAddress ?? "")) return callback(null, socket);
        socket.destroy();
        callback(privateAddress(host), null);
      });
    },
  });
}

/** Creates an agent without address checks, for the hosts in ALLOW_PRIVATE_HOSTS. */
export function openAgent(): Agent {
  return new Agent({ pipelining, connect: { timeout: connectTimeoutMs } });
}

type LookupCallback = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void;

function publicLookup(resolve: Resolve) {
  return (host: string, options: { all?: boolean | undefined }, callback: LookupCallback): void => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, "");
      // One private address among public ones rejects the host, because the connector chooses which one to
      // use.
      const hidden = addresses.find(({ address }) => !isPublicAddress(address));
      if (hidden) return callback(privateAddress(host), "");
      if (options.all) return callback(null, addresses);
      const [first] = addresses;
      callback(null, first?.address ?? "", first?.family);
    });
  };
}

function privateAddress(host: string): HttpFailure {
  return new HttpFailure("private-address", false, `${host} is not on the public internet.`);
}
