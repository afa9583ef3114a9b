interface Item {
  readonly code: string | null;
  readonly text: string | null;
  readonly more?: string;
}

/** Findings in their order: words first, the code beside them. */
export function CodeList({ title, none, items }: { title: string; none: string; items: readonly Item[] }) {
  return (
    <>
      <h3 className="p-sub">{title}</h3>
      {items.length === 0 ? (
        <p className="p-none">{none}</p>
      ) : (
        <ul className="p-codes">
          {items.map((item) => (
            <li key={`${item.code}${item.text}${item.more}`}>
              <span>{item.text ?? item.code}</span>
              {item.more && <small>{item.more}</small>}
              {item.text && item.code && <small translate="no">{item.code}</small>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
