/** Kinds of rows that can be missing; the texts of `cli.refusals.not-found` use these keys. */
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
  | "video"
  | "workspace";

/** Thrown when the workspace has no such row. The id of another workspace's row gives the same error. */
export class NotFound extends Error {
  override name = "NotFound";
  readonly entity: Entity;
  readonly id: string;

  /** Compares by name, because the web bundle and the worker each have a copy of this class. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === "NotFound";
  }

  constructor(entity: Entity, id: string) {
    super(`No ${entity} ${id}.`);
    this.entity = entity;
    this.id = id;
  }
}

/** Thrown when the actor's role does not allow the action. */
export class Forbidden extends Error {
  override name = "Forbidden";

  /** Compares by name, for the same reason as `NotFound`. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === "Forbidden";
  }
}
