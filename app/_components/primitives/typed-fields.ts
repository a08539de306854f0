type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** By the field's name: its values. */
export type TypedFields = Readonly<Record<string, readonly string[]>>;

/** Returns the default values of the fields, as the page rendered them. */
export function shownBy(form: HTMLFormElement): TypedFields {
  return Object.fromEntries(
    [...fieldsOf(form)].map(([name, fields]) => [name, fields.flatMap(defaultOf)]),
  );
}

/**
 * Returns the fields whose values differ from the defaults, without passwords and fields that the user cannot
 * change.
 */
export function typedIn(form: HTMLFormElement, shown: TypedFields): TypedFields {
  const typed: Record<string, string[]> = {};
  for (const [name, fields] of fieldsOf(form)) {
    const now = fields.flatMap(valueOf);
    const before = shown[name] ?? fields.flatMap(defaultOf);
    if (JSON.stringify(now) !== JSON.stringify(before)) typed[name] = now;
  }
  return typed;
}

/** Maximum number of passes: filling in a field can make the next field appear. */
const mostRounds = 4;

/**
 * Restores the input, including fields that appear only after others are filled in. Then calls `done` with
 * whether any value changed. Returns the function to stop.
 */
export function fillInAll(
  form: HTMLFormElement,
  typed: TypedFields,
  done: (isOther: boolean) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const fillRound = (round: number, wasOther: boolean) => {
    const isOther = fillIn(form, typed);
    if (!isOther || round === mostRounds) return done(wasOther || isOther);
    timer = setTimeout(() => fillRound(round + 1, true));
  };
  fillRound(1, false);
  return () => clearTimeout(timer);
}

function fillIn(form: HTMLFormElement, typed: TypedFields): boolean {
  let isOther = false;
  for (const [name, fields] of fieldsOf(form)) {
    const values = typed[name];
    // Several fields of the same name each have one value, in their order.
    const ownOf = (field: Field, place: number) => (isTick(field) ? values : values?.slice(place));
    for (const [place, field] of fields.entries()) {
      const own = ownOf(field, place);
      if (own && own.length > 0) isOther = fill(field, own) || isOther;
    }
  }
  return isOther;
}

function fieldsOf(form: HTMLFormElement): Map<string, Field[]> {
  const fields = new Map<string, Field[]>();
  for (const element of form.elements)
    if (isKept(element)) fields.set(element.name, [...(fields.get(element.name) ?? []), element]);
  return fields;
}

const neverKept = new Set(["password", "hidden", "file", "submit", "button", "reset", "image"]);

function isKept(element: Element): element is Field {
  return (
    (element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement) &&
    element.name !== "" &&
    !neverKept.has(element.type)
  );
}

function isTick(field: Field): field is HTMLInputElement {
  return field.type === "checkbox" || field.type === "radio";
}

function valueOf(field: Field): string[] {
  return isTick(field) && !field.checked ? [] : [field.value];
}

function defaultOf(field: Field): string[] {
  if (field instanceof HTMLSelectElement) {
    const chosen = [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
    return chosen ? [chosen.value] : [];
  }
  if (isTick(field)) return field.defaultChecked ? [field.value] : [];
  return [field.defaultValue];
}

function fill(field: Field, values: readonly string[]): boolean {
  if (isTick(field)) {
    if (field.checked === values.includes(field.value)) return false;
    field.click();
    return true;
  }
  const [value = ""] = values;
  if (field.value === value) return false;
  setValue(field, value);
  return field.value === value;
}

/** Sets a value as if it was typed, so that React gets the event of a controlled field. */
function setValue(field: Field, value: string): void {
  const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value");
  own?.set?.call(field, value);
  const kind = field instanceof HTMLSelectElement ? "change" : "input";
  field.dispatchEvent(new Event(kind, { bubbles: true }));
}
