/** No such row in this workspace; another workspace's id answers the same. */
export class NotFound extends Error {
  override name = "NotFound";
}

export class Forbidden extends Error {
  override name = "Forbidden";
}

/** Recognises an error by name: the web bundle and the worker have copies of these classes each. */
export function isNamed(error: unknown, name: "NotFound" | "Forbidden"): boolean {
  return error instanceof Error && error.name === name;
}
