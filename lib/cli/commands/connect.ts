import { type Command, Option } from "commander";
import { z } from "zod";

import { connectAccount } from "../../accounts/connect-account.ts";
import { knownAnswers } from "../../accounts/known-answers.ts";
import { showRememberedAnswers } from "../../accounts/show-remembered-answers.ts";
import type { Context } from "../../kernel/context.ts";
import type { ConnectField, NetworkManifest } from "../../networks/contract/manifest.ts";
import { manifestOf, manifests } from "../../networks/registry.ts";
import { RefusedCommand } from "../../transports/refused-command.ts";
import { chooseAccount } from "../choose-account.ts";
import type { CommandContext } from "../command-context.ts";
import {
  signedOf,
  signInInBrowser,
  type PageOptions,
  type SignedIn,
} from "../sign-in-in-browser.ts";
import type { Answer } from "../terminal.ts";
import { listOffered } from "./choose.ts";
import { shownAccount } from "./shown-account.ts";

const pageOptions = z.object({
  finish: z.string().optional(),
  wait: z.boolean().default(true),
  page: z.boolean().default(false),
});

export function addConnectCommands(account: Command, cli: CommandContext): void {
  const connect = account.command("connect").description(cli.tell("cli.help.account-connect"));
  for (const manifest of manifests) addNetwork(connect, cli, manifest);
  addReconnect(account, cli);
}

/**
 * Adds the command for a network with an option per field. If the network has two ways to sign in, `--page`
 * selects the one on its own page.
 */
function addNetwork(connect: Command, cli: CommandContext, manifest: NetworkManifest): void {
  const { network, label, authorization, connectFields } = manifest;
  const { tell, inWorkspace } = cli;
  const about = `connect.${network}.command`;
  const command = connect
    .command(network)
    .description(tell.has(about) ? tell(about) : tell("cli.help.connect-page", { network: label }));
  const isPageOnly = authorization !== undefined && connectFields.length === 0;
  for (const field of isPageOnly ? authorization.fields : connectFields)
    addOption(command, cli, network, field);
  if (!isPageOnly && authorization) command.option("--page", tell("cli.help.page"));
  if (authorization) withPageOptions(command, cli);
  command.action(
    inWorkspace(async (ctx, asked) => {
      const how = pageOptions.parse(asked.opts());
      const takesPage = isPageOnly || how.page || how.finish !== undefined;
      if (!authorization || !takesPage)
        return withAnswers(ctx, cli, manifest, { asked, known: {} });
      const known = sameAnswers(authorization.fields, connectFields, asked);
      const given = await answersTo(cli, network, authorization.fields, asked);
      return atPage(ctx, cli, { network, answers: { ...known, ...given }, ...how });
    }),
  );
}

function addOption(
  command: Command,
  { tell }: CommandContext,
  network: string,
  { name, kind, choices, isRequired, defaultValue }: ConnectField,
): void {
  const isSecret = kind === "password" && isRequired;
  const about = isSecret ? tell("cli.help.password") : tell(`connect.${network}.${name}.help`);
  const option = new Option(`--${kebab(name)} <value>`, about).default(defaultValue);
  command.addOption(choices ? option.choices(choices) : option);
}

/** Takes answers for the sign-in page from equivalent fields of the other way, such as the handle. */
function sameAnswers(
  fields: readonly ConnectField[],
  others: readonly ConnectField[],
  asked: Command,
): Record<string, string> {
  const given = new Map<string, unknown>(Object.entries(asked.opts()));
  return Object.fromEntries(
    fields.flatMap(({ name, fromAccount }) => {
      const same = others.find((other) => fromAccount && other.fromAccount === fromAccount);
      const value = same && given.get(same.name);
      return typeof value === "string" && value !== "" ? [[name, value]] : [];
    }),
  );
}

interface Asked {
  readonly asked: Command;
  readonly known: Readonly<Record<string, string>>;
  readonly accountId?: string;
}

async function withAnswers(
  ctx: Context,
  cli: CommandContext,
  { network, connectFields }: NetworkManifest,
  { asked, known, accountId }: Asked,
): Promise<Answer> {
  const given = await answersTo(cli, network, connectFields, asked);
  const answers = { ...known, ...given };
  const isSecretMissing = connectFields.some(
    ({ name, kind, isRequired }) => kind === "password" && isRequired && !answers[name],
  );
  if (isSecretMissing) throw new RefusedCommand("no-password");
  return connected(ctx, cli, { network, answers, accountId });
}

function addReconnect(account: Command, cli: CommandContext): void {
  const command = account
    .command("reconnect <account>")
    .description(cli.tell("cli.help.reconnect"));
  const offered = new Set<string>();
  for (const { network, connectFields, authorization } of manifests)
    for (const field of [...connectFields, ...(authorization?.fields ?? [])]) {
      if (field.fromAccount || field.isForTerminalOnly || offered.has(field.name)) continue;
      offered.add(field.name);
      addOption(command, cli, network, field);
    }
  withPageOptions(command, cli).action(
    cli.inWorkspace(async (ctx, asked) => reconnect(ctx, cli, asked)),
  );
}

/** Signs in again: with the given answers if there are any, otherwise on the network's own page. */
async function reconnect(ctx: Context, cli: CommandContext, asked: Command): Promise<Answer> {
  const account = await chooseAccount(ctx, asked.args[0] ?? "");
  const { id: accountId, network } = account;
  const manifest = manifestOf(network);
  const { authorization, connectFields } = manifest;
  const given = new Set(Object.keys(asked.opts()));
  const isAnswered = connectFields.some(({ name, fromAccount }) => !fromAccount && given.has(name));
  if (isAnswered) {
    const known = knownAnswers(connectFields, account);
    return withAnswers(ctx, cli, manifest, { asked, known, accountId });
  }
  if (!authorization) return connected(ctx, cli, { network, answers: {}, accountId });
  const remembered = await showRememberedAnswers(ctx, network, authorization.fields);
  const answers = {
    ...remembered,
    ...knownAnswers(authorization.fields, account),
    ...(await answersTo(cli, network, authorization.fields, asked)),
  };
  return atPage(ctx, cli, { network, answers, accountId, ...pageOptions.parse(asked.opts()) });
}

function withPageOptions(command: Command, { tell }: CommandContext): Command {
  return command
    .option("--finish <address>", tell("cli.help.finish"))
    .option("--no-wait", tell("cli.help.no-wait"));
}

/**
 * Reads answers from the options. Asks for secrets, which may be left out if the network does not need them.
 */
async function answersTo(
  { tell, terminal }: CommandContext,
  network: string,
  fields: readonly ConnectField[],
  asked: Command,
): Promise<Record<string, string>> {
  const given = new Map<string, unknown>(Object.entries(asked.opts()));
  const answers: Record<string, string> = {};
  for (const { name, kind } of fields) {
    const isAsked = kind === "password" && !given.has(name) && !given.has("finish");
    const question = `${tell(`connect.${network}.${name}.label`)}: `;
    const value = isAsked
      ? await terminal.askSecret(
          question,
          `SHOUTLOOP_${kebab(name).replaceAll("-", "_").toUpperCase()}`,
        )
      : given.get(name);
    if (typeof value === "string" && value !== "") answers[name] = value;
  }
  return answers;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

async function atPage(ctx: Context, cli: CommandContext, what: PageOptions): Promise<Answer> {
  const signed = await signInInBrowser(ctx, cli, what);
  if (signed.kind !== "begun") return answerFor(ctx, cli, signed);
  const { url, expiresAt } = signed.begun;
  const text = cli.tell("cli.sign-in.later", { url });
  return { json: { url, expiresAt }, text };
}

async function connected(
  ctx: Context,
  cli: CommandContext,
  what: { network: string; answers: Record<string, string>; accountId?: string | undefined },
): Promise<Answer> {
  return answerFor(ctx, cli, signedOf(await connectAccount(ctx, what)));
}

async function answerFor(ctx: Context, cli: CommandContext, signed: SignedIn): Promise<Answer> {
  if (signed.kind === "choice") return listOffered(ctx, cli, signed.signInId);
  const { account } = signed;
  const { handle, network, id } = account;
  const { tell } = cli;
  return {
    json: shownAccount(ctx, account),
    text: tell("cli.done.connected", { handle, network, id }),
  };
}
