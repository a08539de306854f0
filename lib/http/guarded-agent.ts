import { lookup, type LookupAddress } from "node:dns";
import { isIP } from "node:net";

import { Agent, buildConnector } from "undici";

import { HttpFailure } from "../kernel/ports.ts";
import { isPublicAddress } from "./address.ts";

const connectTimeoutMs = 8_000;
/** A connection of its own for every request: on a kept one, nobody can tell whether a request that failed had left. */
const pipelining = 0;

/** Finds all addresses of a name. Tests bring their own. */
export type Resolve = (
  host: string,
  options: { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Connects to public addresses only. Checked three times, because each check alone leaks: a literal
 * address is never looked up, a name may resolve to many, and the socket tells where it really ended.
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

/** For hosts that the operator named in ALLOW_PRIVATE_HOSTS. */
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
      // One private address among public ones is enough: which one is dialled is not ours to choose.
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
