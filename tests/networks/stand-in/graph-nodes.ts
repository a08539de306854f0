import { existsSync, readFileSync } from "node:fs";

const place = new URL("../../../../shared/specs/meta-graph-nodes-2026-04.json", import.meta.url);

/** Meta's own description of its nodes lies beside the checkout on machines that have it. */
export const isDescribed = existsSync(place);

interface Described {
  readonly apis: readonly {
    readonly method: string;
    readonly endpoint?: string;
    readonly name?: string;
    readonly params: readonly { readonly name: string; readonly required: boolean }[];
  }[];
  readonly fields: readonly { readonly name: string; readonly type: string }[];
}

const nodes: Readonly<Record<string, Described>> = isDescribed
  ? JSON.parse(readFileSync(place, "utf8")).nodes
  : {};

/** A request by the description: of which node, which edge of it (or the node itself), what the answer is made of. */
export interface GraphRequest {
  readonly node: string;
  readonly method: string;
  /** `#get`, `#update` and `#delete` are of the node itself. */
  readonly edge: string;
  /** What `fields` name. */
  readonly answers: string;
}

/** Of every call and every list (Graph API: paging, access tokens, secure requests). */
const everywhere = new Set(["access_token", "appsecret_proof", "fields", "limit", "after"]);

/** What the description does not have of a request; `newer` names what it lacks, with the page that has it. */
export function complaintsAboutGraph(
  { node, method, edge, answers }: GraphRequest,
  params: readonly string[],
  fields: readonly string[],
  newer: Readonly<Record<string, string>>,
): string[] {
  if (!isDescribed) return [];
  const known = nodes[node]?.apis.filter(
    (api) => api.method === method && (api.endpoint ?? api.name) === edge,
  );
  const what = `${method} ${node}/${edge}`;
  if (!known || known.length === 0) return what in newer ? [] : [`There is no ${what}`];
  const names = new Set(known.flatMap((api) => api.params.map(({ name }) => name)));
  const shown = new Set(nodes[answers]?.fields.map(({ name }) => name));
  const edges = new Set(nodes[answers]?.apis.map((api) => api.endpoint ?? api.name));
  return [
    ...params
      .filter((name) => !names.has(name) && !everywhere.has(name) && !(`${what} ${name}` in newer))
      .map((name) => `${what} has no ${name}`),
    ...fields
      .filter((name) => !shown.has(name) && !edges.has(name) && !(`${answers}.${name}` in newer))
      .map((name) => `${answers} has no field ${name}`),
  ];
}

/** `id,from{id,name},comments.limit(0)` names `id`, `from` and `comments`. */
export function fieldNames(fields: string): string[] {
  const names: string[] = [];
  let [depth, name] = [0, ""];
  for (const sign of `${fields},`) {
    if (sign === "{" || sign === "(") depth += 1;
    if (sign === "}" || sign === ")") depth -= 1;
    else if (sign === "," && depth === 0) {
      names.push(name.split(".")[0] ?? "");
      name = "";
    } else if (depth === 0) name += sign;
  }
  return names.filter(Boolean);
}
