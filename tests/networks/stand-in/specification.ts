import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";

/** Specifications of networks lie beside the checkout on machines that have them. */
const files = {
  x: "x-openapi-2.167.json",
  mastodon: "mastodon-openapi-4.7.0.json",
  pinterest: "pinterest-openapi-5.23.json",
} as const;
type Specified = keyof typeof files;

function placeOf(network: Specified): URL {
  return new URL(`../../../../shared/specs/${files[network]}`, import.meta.url);
}

export function isSpecified(network: Specified): boolean {
  return existsSync(placeOf(network));
}

export interface Checked {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly body: unknown;
  readonly headers: Record<string, string>;
}

/** What a network's specification finds wrong with a request, or with our own answer to it. */
export interface Specification {
  complaintsAbout(request: Checked): string[];
  complaintsAboutAnswer(request: Checked, status: number, body: unknown): string[];
}

export async function readSpecification(network: Specified): Promise<Specification | undefined> {
  if (!isSpecified(network)) return undefined;
  const { OpenAPIBackend } = await import("openapi-backend");
  const definition = JSON.parse(await readFile(placeOf(network), "utf8"), withoutBareNullable);
  delete definition.servers;
  const api = new OpenAPIBackend({
    definition,
    quick: true,
    strict: false,
    ajvOpts: { strict: false, validateFormats: false, unicodeRegExp: false },
  });
  await api.init();
  return {
    complaintsAbout(request) {
      if (!api.matchOperation(request)) return [`There is no ${request.method} ${request.path}`];
      return said(api.validateRequest(request).errors);
    },
    complaintsAboutAnswer(request, status, body) {
      const operation = api.matchOperation(request);
      if (!operation || status >= 300) return [];
      return said(api.validateResponse(body, operation, status).errors);
    },
  };
}

/** `nullable` counts only beside a `type`; the validator does not even read a schema that has it elsewhere. */
function withoutBareNullable(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || "type" in value) return value;
  if (!("nullable" in value) || value.nullable !== true) return value;
  const { nullable: _dropped, ...rest } = value;
  return rest;
}

interface Complaint {
  instancePath: string;
  message?: string | undefined;
}

function said(errors: readonly Complaint[] | null | undefined): string[] {
  return (errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
