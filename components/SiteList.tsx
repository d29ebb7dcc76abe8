import { type FormEvent, useId, useRef, useState } from 'react';

export interface SiteListProps {
  /** What the sites in the list have in common, as its title. */
  title: string;
  /** Said while the list is empty. */
  empty: string;
  sites: readonly string[];
  /** Adds what was typed; gives what is wrong with it as a sentence, or null when it was taken. */
  onAdd(text: string): Promise<string | null>;
  onRemove(site: string): void;
}

/** Sites by name, with a field to add one and a button beside each to take it out. */
export function SiteList({ title, empty, sites, onAdd, onRemove }: SiteListProps) {
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = await onAdd(text);
    setFault(wrong);
    if (!wrong) setText('');
    field.current?.focus();
  };
  const remove = (site: string) => {
    onRemove(site);
    // The button that had the focus goes with its row.
    field.current?.focus();
  };

  return (
    <section className="site-list" aria-labelledby={`${id}-title`}>
      <h3 className="site-list-title" id={`${id}-title`}>
        {title}
      </h3>
      {sites.length === 0 ? (
        <p className="site-list-empty">{empty}</p>
      ) : (
        <ul>
          {[...sites].sort().map((site) => (
            <li key={site}>
              <span>{site === 'file:' ? 'Files on this computer' : site}</span>
              <button type="button" className="button-quiet" aria-label={`Remove ${site}`} onClick={() => remove(site)}>
                Remove
              </button>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={(event) => void submit(event)} noValidate>
        <label htmlFor={`${id}-field`}>Add a site</label>
        <div className="site-list-add">
          <input
            id={`${id}-field`}
            ref={field}
            className="field"
            type="text"
            inputMode="url"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            placeholder="example.org"
            value={text}
            aria-invalid={fault !== null}
            aria-describedby={`${id}-hint ${id}-fault`}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setFault(null);
            }}
          />
          <button type="submit" className="button">
            Add
          </button>
        </div>
        <p className="site-list-hint" id={`${id}-hint`}>
          With all its subdomains. Ports do not matter.
        </p>
        <p className="site-list-fault" id={`${id}-fault`} role="alert">
          {fault}
        </p>
      </form>
    </section>
  );
}
