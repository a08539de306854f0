import type { Command } from "commander";
import { z } from "zod";

import { accountHealth, type Account } from "../../accounts/account.ts";
import { checkAccount } from "../../accounts/check-account.ts";
import { connectAccount } from "../../accounts/connect-account.ts";
import { showRememberedAnswers } from "../../accounts/show-remembered-answers.ts";
import type { Context } from "../../kernel/context.ts";
import type { ConnectField } from "../../networks/contract/connector.ts";
import { connectorFor, networks } from "../../networks/registry.ts";
import { granted, RefusedCommand } from "../../transports/refused-command.ts";
import { chooseAccount } from "../choose-account.ts";
import type { CommandContext } from "../command-context.ts";
import { signInInBrowser, type PageOptions } from "../sign-in-in-browser.ts";
import type { Answer } from "../terminal.ts";

const pageOptions = z.object({ finish: z.string().optional(), wait: z.boolean().default(true) });

export function addConnectCommands(account: Command, cli: CommandContext): void {
  const connect = account.command("connect").description(cli.tell("cli.help.account-connect"));
  addBluesky(connect, cli);
  addPractice(connect, cli);
  for (const { network, label, authorization, connectFields } of networks)
    if (authorization && connectFields.length === 0)
      addPage(connect, cli, { network, label, fields: authorization.fields });
  addReconnect(account, cli);
  addCheck(account, cli);
}

function addBluesky(connect: Command, cli: CommandContext): void {
  const { tell, inWorkspace } = cli;
  const command = connect
    .command("bluesky")
    .description(tell("cli.help.connect-bluesky"))
    .option("--identifier <handle>")
    .option("--app-password <password>", tell("cli.help.password"))
    .option("--pds <address>", tell("cli.help.pds"), "https://bsky.social")
    .option("--page", tell("cli.help.page"));
  withPageOptions(command, cli).action(
    inWorkspace(async (ctx, asked) => {
      const { identifier, appPassword, pds, page, ...how } = blueskyOptions.parse(asked.opts());
      if (page || how.finish !== undefined)
        return atPage(ctx, cli, { network: "bluesky", answers: handleOf(identifier), ...how });
      return withPassword(ctx, cli, { identifier, appPassword, pds });
    }),
  );
}

const blueskyOptions = pageOptions.extend({
  identifier: z.string().default(""),
  appPassword: z.string().optional(),
  pds: z.string(),
  page: z.boolean().default(false),
});

function handleOf(identifier: string): Record<string, string> {
  return identifier ? { handle: identifier } : {};
}

async function withPassword(
  ctx: Context,
  cli: CommandContext,
  given: { identifier: string; appPassword: string | undefined; pds: string; accountId?: string },
): Promise<Answer> {
  const { identifier, pds, accountId } = given;
  const asked = async () =>
    cli.terminal.askSecret(cli.tell("cli.ask.app-password"), "SHOUTLOOP_APP_PASSWORD");
  const appPassword = given.appPassword ?? (await asked());
  if (!appPassword) throw new RefusedCommand("no-password");
  const answers = { identifier, appPassword, pds };
  return connected(ctx, cli, { network: "bluesky", answers, accountId });
}

function addPractice(connect: Command, cli: CommandContext): void {
  connect
    .command("practice")
    .description(cli.tell("cli.help.connect-practice"))
    .option("--name <name>")
    .action(
      cli.inWorkspace(async (ctx, command) => {
        const { name } = z.object({ name: z.string().optional() }).parse(command.opts());
        return connected(ctx, cli, { network: "practice", answers: name ? { name } : {} });
      }),
    );
}

/** A network that is signed in to on its own page alone: an option for each thing that is asked first. */
function addPage(
  connect: Command,
  cli: CommandContext,
  { network, label, fields }: { network: string; label: string; fields: readonly ConnectField[] },
): void {
  const command = connect
    .command(network)
    .description(cli.tell("cli.help.connect-page", { network: label }));
  for (const { name } of fields)
    command.option(`--${kebab(name)} <value>`, cli.tell(`connect.${network}.${name}.help`));
  withPageOptions(command, cli).action(
    cli.inWorkspace(async (ctx, asked) => {
      const how = pageOptions.parse(asked.opts());
      const answers = await answersTo(cli, network, fields, asked);
      return atPage(ctx, cli, { network, answers, ...how });
    }),
  );
}

function addReconnect(account: Command, cli: CommandContext): void {
  const command = account
    .command("reconnect <account>")
    .description(cli.tell("cli.help.reconnect"))
    .option("--app-password <password>", cli.tell("cli.help.password"))
    .option("--client-id <value>", cli.tell("connect.x.clientId.help"))
    .option("--client-secret <value>", cli.tell("connect.x.clientSecret.help"));
  withPageOptions(command, cli).action(
    cli.inWorkspace(async (ctx, asked) => reconnect(ctx, cli, asked)),
  );
}

/** By the way it can be: on the network's own page, unless an app password is given. */
async function reconnect(ctx: Context, cli: CommandContext, asked: Command): Promise<Answer> {
  const { id: accountId, network, handle, origin } = await chooseAccount(ctx, asked.args[0] ?? "");
  const { authorization } = connectorFor(network);
  const { appPassword } = z.object({ appPassword: z.string().optional() }).parse(asked.opts());
  if (network === "bluesky" && appPassword !== undefined)
    return withPassword(ctx, cli, { identifier: handle, appPassword, pds: origin, accountId });
  if (!authorization) return connected(ctx, cli, { network, answers: {}, accountId });
  const known = authorization.fields.flatMap(({ name, fromAccount }) =>
    fromAccount ? [[name, { handle, origin }[fromAccount]] as const] : [],
  );
  const remembered = await showRememberedAnswers(ctx, network, authorization.fields);
  const given = await answersTo(cli, network, authorization.fields, asked);
  const answers = { ...remembered, ...Object.fromEntries(known), ...given };
  return atPage(ctx, cli, { network, answers, accountId, ...pageOptions.parse(asked.opts()) });
}

function addCheck(account: Command, cli: CommandContext): void {
  account
    .command("check <account>")
    .description(cli.tell("cli.help.account-check"))
    .action(
      cli.inWorkspace(async (ctx, asked) => {
        const { id: accountId } = await chooseAccount(ctx, asked.args[0] ?? "");
        const checked = granted(await checkAccount(ctx, { accountId }));
        const { handle, network } = checked;
        return {
          json: shown(ctx, checked),
          text: cli.tell("cli.done.checked", { handle, network }),
        };
      }),
    );
}

function withPageOptions(command: Command, { tell }: CommandContext): Command {
  return command
    .option("--finish <address>", tell("cli.help.finish"))
    .option("--no-wait", tell("cli.help.no-wait"));
}

/** From the options; what is secret is asked for, and may be left out where the network does not need it. */
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
          `SHOUTLOOP_${kebab(name).replace("-", "_").toUpperCase()}`,
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
  if (signed.kind === "connected") return answerFor(ctx, cli, signed.account);
  const { url, expiresAt } = signed.begun;
  const text = cli.tell("cli.sign-in.later", { url });
  return { json: { url, expiresAt }, text };
}

async function connected(
  ctx: Context,
  cli: CommandContext,
  what: { network: string; answers: Record<string, string>; accountId?: string | undefined },
): Promise<Answer> {
  return answerFor(ctx, cli, granted(await connectAccount(ctx, what)));
}

function answerFor(ctx: Context, { tell }: CommandContext, account: Account): Answer {
  const { handle, network, id } = account;
  return { json: shown(ctx, account), text: tell("cli.done.connected", { handle, network, id }) };
}

/** What a script needs; nothing of how the account is signed in. */
export function shown(ctx: Context, account: Account) {
  const { id, network, remoteId, handle, displayName, origin, state, problem, connectedAt } =
    account;
  const health = accountHealth(account, ctx.clock.now());
  return {
    id,
    network,
    remoteId,
    handle,
    displayName,
    origin,
    state,
    problem,
    health,
    connectedAt,
  };
}
