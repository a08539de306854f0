import { create } from "./posting.ts";
import { boost, like } from "./reactions.ts";
import type { Notification, Person, Status, World } from "./world.ts";

/** Somebody else on the network, who acts without any app. */
export interface Actor {
  readonly person: Person;
  /** `anna@wool.example` */
  readonly handle: string;
  post(text: string, over?: Record<string, unknown>): Status;
  reply(text: string, statusId: string, over?: Record<string, unknown>): Status;
  quote(text: string, statusId: string): Status;
  like(statusId: string): void;
  boost(statusId: string): Status;
  follow(name: string): void;
  vote(statusId: string, ...choices: number[]): void;
  remove(status: Status): void;
  /** What the network told them, oldest first. */
  notifications(): readonly Notification[];
}

export function actorOf(world: World, person: Person): Actor {
  const statusAt = (id: string): Status => {
    const status = world.statusOf(id, person);
    if (!status) throw new Error(`${person.username} sees no post ${id}.`);
    return status;
  };
  return {
    person,
    handle: world.fullName(person),
    post: (text, over = {}) => create(world, person, { status: text, ...over }),
    reply(text, statusId, over = {}) {
      const name = `@${world.acct(statusAt(statusId).author)}`;
      const status = text.includes(name) ? text : `${name} ${text}`;
      return create(world, person, { status, in_reply_to_id: statusId, ...over });
    },
    quote: (text, statusId) => create(world, person, { status: text, quoted_status_id: statusId }),
    like: (statusId) => like(world, person, statusAt(statusId)),
    boost: (statusId) => boost(world, person, statusAt(statusId)),
    follow(name) {
      const other = world.personNamed(name);
      if (!other) throw new Error(`Nobody is called ${name}.`);
      if (person.following.has(other.id)) return;
      person.following.add(other.id);
      world.notify(other, "follow", person);
    },
    vote: (statusId, ...choices) => void statusAt(statusId).poll?.votes.set(person.id, choices),
    remove: (status) => void Object.assign(status, { isDeleted: true }),
    notifications: () => world.notifications.filter(({ to }) => to === person),
  };
}
