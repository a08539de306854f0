import { existsSync, readFileSync } from "node:fs";

/** Google's discovery documents lie beside the checkout on machines that have them. */
const files = [
  "gbp-account-management-v1-discovery-20260512.json",
  "gbp-business-information-v1-discovery-20260916.json",
  "gbp-mybusiness-v4.4-discovery.json",
].map((name) => new URL(`../../../../shared/specs/${name}`, import.meta.url));

export const isSpecified = files.every((place) => existsSync(place));

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
}
interface Method {
  readonly httpMethod: string;
  readonly path: string;
  readonly parameters?: Readonly<Record<string, { readonly location: string; pattern?: string }>>;
  readonly request?: Schema;
  readonly response?: Schema;
}
interface Resource {
  readonly methods?: Readonly<Record<string, Method>>;
  readonly resources?: Readonly<Record<string, Resource>>;
}
interface Document extends Resource {
  readonly schemas: Readonly<Record<string, Schema>>;
}

interface Known extends Method {
  readonly pattern: RegExp;
  readonly schemas: Document["schemas"];
}

const known: readonly Known[] = isSpecified ? files.flatMap(read) : [];

function read(place: URL): Known[] {
  const document = JSON.parse(readFileSync(place, "utf8")) as Document;
  return methodsOf(document).map((method) => ({
    ...method,
    pattern: patternOf(method),
    schemas: document.schemas,
  }));
}

function methodsOf({ methods = {}, resources = {} }: Resource): Method[] {
  return [...Object.values(methods), ...Object.values(resources).flatMap(methodsOf)];
}

/** `v4/{+name}/reply`, where `name` has a pattern of its own. */
function patternOf({ path, parameters = {} }: Method): RegExp {
  const source = path.replaceAll(/\{\+?(\w+)\}/g, (_whole, name: string) => {
    const own = parameters[name]?.pattern ?? "^[^/]+$";
    return `(?:${own.replace(/^\^/, "").replace(/\$$/, "")})`;
  });
  return new RegExp(`^/${source}$`);
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

function find({ method, path }: Asked): Known | undefined {
  return known.find((one) => one.httpMethod === method && one.pattern.test(path));
}

/** What the documents find wrong with a request. */
export function complaintsAbout(asked: Asked): string[] {
  const method = find(asked);
  if (!method) return [`There is no ${asked.method} ${asked.path}`];
  const { parameters = {}, request, schemas } = method;
  const unknown = [...asked.query.keys()].filter((name) => parameters[name]?.location !== "query");
  const hasBody = asked.body !== undefined;
  return [
    ...unknown.map((name) => `has no parameter ${name}`),
    ...(hasBody !== (request !== undefined) ? ["a body where none is, or none where one is"] : []),
    ...(request && hasBody ? faults(schemas, request, asked.body, "") : []),
  ];
}

/** What they find wrong with our own answer to one. */
export function complaintsAboutAnswer(asked: Asked, body: unknown): string[] {
  const method = find(asked);
  return method?.response ? faults(method.schemas, method.response, body, "") : [];
}

function faults(schemas: Document["schemas"], one: Schema, value: unknown, at: string): string[] {
  const schema = one.$ref ? schemas[one.$ref] : one;
  if (!schema) return [`${at} has no schema`];
  if (!isOf(schema, value)) return [`${at} is no ${schema.type}`];
  if (schema.enum && !schema.enum.includes(String(value))) return [`${at} is not ${String(value)}`];
  if (Array.isArray(value))
    return value.flatMap((item, index) =>
      faults(schemas, schema.items ?? {}, item, `${at}/${index}`),
    );
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const property = schema.properties?.[name] ?? schema.additionalProperties;
    return property ? faults(schemas, property, inner, `${at}/${name}`) : [`${at} has no ${name}`];
  });
}

function isOf({ type, properties }: Schema, value: unknown): boolean {
  return (checks[properties ? "object" : (type ?? "")] ?? (() => true))(value);
}

const checks: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  array: Array.isArray,
  integer: Number.isInteger,
  number: (value) => typeof value === "number",
  boolean: (value) => typeof value === "boolean",
  string: (value) => typeof value === "string",
};
