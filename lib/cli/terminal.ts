import type { Runtime } from "../kernel/context.ts";
import type { Environment } from "../runtime/environment.ts";

/** The environment of a command: the product, settings and output. */
export interface Terminal {
  /** Called only when a command needs the product, which is closed when the command ends. */
  readonly openRuntime: () => Promise<Runtime>;
  /** Returns the operator's settings without opening anything. */
  readonly environment: () => Environment;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  /**
   * Asks for a secret without showing it, or reads the environment variable; undefined if neither is
   * possible.
   */
  readonly askSecret: (question: string, variable: string) => Promise<string | undefined>;
  /** Folder for relative file names. */
  readonly folder: string;
}

/** A command's result as JSON and as text. */
export interface Answer {
  readonly json: unknown;
  readonly text: string;
  /** Problems with the input, printed for a person; not part of the answer. */
  readonly problems?: readonly string[];
  /** Whether what was checked is wrong, which sets the exit code. */
  readonly isWrong?: boolean;
}
