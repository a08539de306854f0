import type { TranslateKnown } from "../i18n/translator.ts";
import { hasOurName, meaningOf } from "../workspaces/stage.ts";

/** What a stage is called. */
export function stageLabel(
  { key, name }: { readonly key: string; readonly name: string | null },
  tell: TranslateKnown,
): string {
  return name ?? tell(`stages.${hasOurName(key) ? key : (meaningOf(key) ?? key)}.name`);
}
