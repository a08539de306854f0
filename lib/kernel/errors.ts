/** What can be missing, in the words of the product; texts name it by these (`cli.refusals.not-found`). */
export type Entity =
  | "account"
  | "delivery"
  | "identity"
  | "image"
  | "invitation"
  | "job"
  | "member"
  | "person"
  | "post"
  | "recurrence"
  | "shout-out"
  | "sign-in"
  | "stage"
  | "touchpoint"
  | "user"
  | "workspace";

/** No such row in this workspace; another workspace's id answers the same. */
export class NotFound extends Error {
  override name = "NotFound";
  readonly entity: Entity;
  readonly id: string;

  /** By name: the web bundle and the worker have a copy of this class each. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === "NotFound";
  }

  constructor(entity: Entity, id: string) {
    super(`No ${entity} ${id}.`);
    this.entity = entity;
    this.id = id;
  }
}

/** The actor's role is below what this takes. */
export class Forbidden extends Error {
  override name = "Forbidden";

  /** By name, as with NotFound. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === "Forbidden";
  }
}
