import type { Runtime } from "../kernel/context.ts";
import type { Environment } from "./environment.ts";

interface Current {
  readonly env: Environment;
  readonly runtime: Runtime;
}

/** The web bundle has a copy of every module of ours: what it shares with the process around it has no other place. */
const place = Symbol.for("shoutloop.current");
const here: { [place]?: Current } & object = globalThis;

/** Whoever starts the web server says here what its pages run on. */
export function shareWithPages(current: Current): void {
  here[place] = current;
}

export function currentRuntime(): Runtime {
  return current().runtime;
}

export function currentEnvironment(): Environment {
  return current().env;
}

function current(): Current {
  const found = here[place];
  if (!found) throw new Error("Pages are served by `npm start`, which opens what they run on.");
  return found;
}
