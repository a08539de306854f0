import type { Runtime } from "../kernel/context.ts";
import type { Environment } from "./environment.ts";

interface Current {
  readonly env: Environment;
  readonly runtime: Runtime;
}

/** A global symbol, because the web bundle has its own copy of every module. */
const place = Symbol.for("shoutloop.current");
const here: { [place]?: Current } & object = globalThis;

/** Makes the runtime available to pages. Called once, when the web server starts. */
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
