import type { Runtime } from "../kernel/context.ts";
import type { Environment } from "../runtime/environment.ts";

/** Where a command runs: the product, and the two ways of saying something. */
export interface Terminal {
  /** Called only once a command needs it; closed when the command ends. */
  readonly openRuntime: () => Promise<Runtime>;
  /** The operator's settings; reading them opens nothing. */
  readonly environment: () => Environment;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  /** What a person types unseen, or the named environment variable; undefined where there is neither. */
  readonly askSecret: (question: string, variable: string) => Promise<string | undefined>;
  /** Relative file names begin here. */
  readonly folder: string;
}

/** What a command has to say: to a program, and to a person. */
export interface Answer {
  readonly json: unknown;
  readonly text: string;
  /** What could not be used of what was given, for a person: it is no part of the answer. */
  readonly problems?: readonly string[];
  /** What was asked for was found to be wrong: a script sees it by the exit code. */
  readonly isWrong?: boolean;
}
