import { createWriteStream } from "node:fs";
import { resolve } from "node:path";
import { pipeline } from "node:stream/promises";

import type { Command } from "commander";

import { importPosts, type PostsReport } from "../../deliveries/import-posts.ts";
import { undoImport } from "../../deliveries/undo-import.ts";
import { refusalSentence } from "../../i18n/refusal-sentence.ts";
import { decodeText } from "../../kernel/decode-text.ts";
import { exportPosts } from "../../posts/export-posts.ts";
import { postListLimits } from "../../posts/post-list-columns.ts";
import { granted, RefusedCommand } from "../../transports/refused-command.ts";
import type { CommandContext } from "../command-context.ts";
import { readFileGiven, refusedFile } from "../files.ts";
import { dayOrderIn } from "./day-order.ts";

/** Commands that import and export posts as lists. */
export function addPostListCommands(post: Command, cli: CommandContext): void {
  const { tell, terminal, inWorkspace } = cli;
  post
    .command("import <file>")
    .description(tell("cli.help.post-import"))
    .option("--preview", tell("cli.help.preview"))
    .option("--day-first", tell("cli.help.day-first"))
    .option("--month-first", tell("cli.help.month-first"))
    .action(
      inWorkspace(async (ctx, command) => {
        const bytes = await readFileGiven(terminal, command.args[0] ?? "", postListLimits.bytes);
        const isPreview = command.opts()["preview"] === true;
        const asked = { csv: decodeText(bytes), dayOrder: dayOrderIn(command) };
        const look = granted(await importPosts(ctx, { ...asked, isPreview: true }));
        if (!isPreview && look.problems.length > 0) throw wrongRows(cli, look);
        const report = isPreview
          ? look
          : granted(await importPosts(ctx, { ...asked, isPreview: false }));
        return { json: report, text: inWords(cli, report), problems: problemsOf(cli, report) };
      }),
    );
  post
    .command("undo-import <id>")
    .description(tell("cli.help.post-undo-import"))
    .action(
      inWorkspace(async (ctx, command) => {
        const undone = granted(await undoImport(ctx, { importId: command.args[0] ?? "" }));
        const { deletedCount: deleted, keptCount: kept } = undone;
        return { json: undone, text: tell("cli.done.import-undone", { deleted, kept }) };
      }),
    );
  post
    .command("export <file>")
    .description(tell("cli.help.post-export"))
    .action(
      inWorkspace(async (ctx, command) => {
        const [file = ""] = command.args;
        // "wx": does not overwrite an existing file.
        const path = resolve(terminal.folder, file);
        const written = createWriteStream(path, { flags: "wx", mode: 0o600 });
        await pipeline(exportPosts(ctx), written).catch((error: unknown) => {
          throw refusedFile(error, file);
        });
        const shown = { file, bytes: written.bytesWritten };
        return { json: shown, text: tell("cli.done.posts-exported", shown) };
      }),
    );
}

function inWords({ tell }: CommandContext, report: PostsReport): string {
  const { plannedCount: planned, draftCount: drafts, knownCount: known, importId } = report;
  const isPreview = report.isPreview ? "yes" : "no";
  return tell("cli.done.posts-imported", {
    isPreview,
    planned,
    drafts,
    known,
    importId: importId ?? "none",
  });
}

function problemsOf({ tell, locale }: CommandContext, { problems }: PostsReport): string[] {
  return problems.map(({ row, refused }) =>
    tell("lists.row", { row, problem: refusalSentence(tell, locale, refused) }),
  );
}

/** Prints every wrong row and returns the refusal; nothing was stored. */
function wrongRows(cli: CommandContext, report: PostsReport): RefusedCommand {
  for (const problem of problemsOf(cli, report)) cli.terminal.printError(problem);
  const { problems } = report;
  return new RefusedCommand("csv-rows-wrong", {
    count: problems.length,
    row: problems[0]?.row ?? 0,
  });
}
