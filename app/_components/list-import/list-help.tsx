/** The columns of a list: name and content of each. */
export function ColumnTable({
  columns,
}: {
  columns: readonly { readonly name: string; readonly meaning: string }[];
}) {
  return (
    <dl>
      {columns.map(({ name, meaning }) => (
        <div key={name} className="grid grid-cols-[118px_minmax(0,1fr)] gap-2 border-t py-[5px]">
          <dt>
            <code>{name}</code>
          </dt>
          <dd className="text-ink-2">{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}

/** An example list to copy. */
export function ListExample({ list }: { list: string }) {
  return (
    <pre className="rounded-2 bg-sunken p-2.5 text-small leading-[19px] wrap-anywhere whitespace-pre-wrap">
      {list}
    </pre>
  );
}
