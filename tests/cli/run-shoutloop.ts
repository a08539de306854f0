import { runCommandLine } from "#lib/cli/command-line";
import type { Runtime } from "#lib/kernel/context";
import { readEnvironment, type Environment } from "#lib/runtime/environment";

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** What `--json` printed. */
  readonly json: () => never;
}

/** Runs a command as `shoutloop` does, on the runtime under test. */
export async function runShoutloop(
  runtime: Runtime,
  args: readonly string[],
  over: {
    folder?: string;
    secret?: string;
    environment?: Environment;
    /** Hears what is said while the command still runs. */
    complain?: (text: string) => void;
  } = {},
): Promise<Said> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommandLine(args, {
    // The test closes its database itself.
    openRuntime: async () => ({ ...runtime, close: async () => {} }),
    environment: () => over.environment ?? readEnvironment({}),
    print: (text) => out.push(text),
    printError: (text) => {
      err.push(text);
      over.complain?.(text);
    },
    askSecret: async () => over.secret,
    folder: over.folder ?? process.cwd(),
  });
  const said = out.join("\n");
  return { code, out: said, err: err.join("\n"), json: () => JSON.parse(said) as never };
}
