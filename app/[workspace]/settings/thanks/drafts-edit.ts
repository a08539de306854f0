import type { DraftSettings, OwnSentence } from "#lib/workspaces/draft-settings";

import { takeOverRows } from "../../../_components/primitives/edit-version.ts";

export interface Row extends OwnSentence {
  /** React key of the row; valid on this page only. */
  readonly row: number;
}

export interface DraftsEdit {
  readonly tone: string;
  readonly rows: readonly Row[];
}

export function draftsEditOf({ tone, own }: DraftSettings): DraftsEdit {
  return { tone, rows: own.map((sentence, row) => ({ ...sentence, row })) };
}

/**
 * Whether the drafts equal the saved ones. A row without a key equals a saved one with a key, since a new
 * sentence gets its key when it is saved.
 */
export function isSameDrafts(left: DraftsEdit, saved: DraftsEdit): boolean {
  return (
    left.tone === saved.tone &&
    left.rows.length === saved.rows.length &&
    left.rows.every(({ key, kind, language, text }, place) => {
      const there = saved.rows[place];
      const isSameKey = key === "" || there?.key === key;
      return (
        isSameKey && there?.kind === kind && there.language === language && there.text === text
      );
    })
  );
}

/** If the form was edited while a new sentence was being saved, gives the sentence's row its new key. */
export function takeOverDrafts(left: DraftsEdit, sent: DraftsEdit, saved: DraftsEdit): DraftsEdit {
  const rows = takeOverRows(left.rows, sent.rows, saved.rows, (row, { key }) => ({ ...row, key }));
  return { ...left, rows };
}

export function readDrafts(value: unknown): DraftsEdit | undefined {
  const { tone, rows } = (value ?? {}) as { tone?: unknown; rows?: unknown };
  if (typeof tone !== "string" || !Array.isArray(rows) || !rows.every(isRow)) return undefined;
  return { tone, rows };
}

function isRow(value: unknown): value is Row {
  const { row, key, kind, language, text } = (value ?? {}) as Partial<Row>;
  const isText = [key, kind, text].every((one) => typeof one === "string");
  return typeof row === "number" && isText && (language === "en" || language === "nl");
}
