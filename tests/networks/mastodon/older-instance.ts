import { ApiError, type Incoming, type Reply } from "./http.ts";
import { instance } from "./reading.ts";

/** `/api/v1/instance`: the same limits in another place, or nothing of them. */
export function olderInstance(incoming: Incoming): Reply {
  const { world } = incoming;
  const { configuration, version, title } = instance(incoming).json as Record<string, object>;
  const { urls, ...limits } = configuration as { urls?: { streaming?: string } };
  return {
    json: {
      uri: world.domain,
      title,
      version,
      urls: { streaming_api: urls?.streaming },
      ...(world.traits.saysNoLimits ? {} : { configuration: limits }),
    },
  };
}

export function nodeInfoLinks({ world }: Incoming): Reply {
  const rel = "http://nodeinfo.diaspora.software/ns/schema/2.0";
  return { json: { links: [{ rel, href: `${world.origin}/nodeinfo/2.0` }] } };
}

export function nodeInfo({ world }: Incoming): Reply {
  const { software } = world.traits;
  if (!software) throw new ApiError(404, "Not Found");
  const usage = { users: { total: world.people.length } };
  const services = { inbound: [], outbound: [] };
  return {
    json: {
      version: "2.0",
      software,
      protocols: ["activitypub"],
      services,
      usage,
      openRegistrations: false,
      metadata: {},
    },
  };
}
