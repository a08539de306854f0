import { ApiError, personOf, type Incoming, type Reply } from "./http.ts";
import { statusJson } from "./rendering.ts";
import type { Person, Status, World } from "./world.ts";

export function favourite(incoming: Incoming): Reply {
  const { world } = incoming;
  const person = personOf(incoming);
  const status = visible(incoming);
  like(world, person, status);
  return { json: statusJson(world, status, person) };
}

export function reblog(incoming: Incoming): Reply {
  const { world } = incoming;
  const person = personOf(incoming);
  const status = visible(incoming);
  if (
    status.visibility === "direct" ||
    (status.visibility === "private" && status.author !== person)
  )
    throw new ApiError(422, "Validation failed: Reblog of this post is not allowed");
  return { json: statusJson(world, boost(world, person, status), person) };
}

function visible(incoming: Incoming): Status {
  const status = incoming.world.statusOf(incoming.caught[0] ?? "", personOf(incoming));
  if (!status) throw new ApiError(404, "Record not found");
  return status;
}

export function like(world: World, person: Person, status: Status): void {
  if (status.likedBy.has(person.id)) return;
  status.likedBy.add(person.id);
  world.notify(status.author, "favourite", person, status);
}

export function boost(world: World, person: Person, status: Status): Status {
  const known = [...world.statuses.values()].find(
    (one) => one.boostOf === status && one.author === person && !one.isDeleted,
  );
  if (known) return known;
  const made: Status = {
    ...status,
    id: world.newId(),
    author: person,
    text: "",
    media: [],
    poll: undefined,
    createdAt: world.now(),
    boostOf: status,
    answers: undefined,
    quotes: undefined,
    likedBy: new Set(),
    mentions: new Set(),
  };
  world.statuses.set(made.id, made);
  world.notify(status.author, "reblog", person, status);
  return made;
}
