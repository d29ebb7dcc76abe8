export interface RadioGroupProps<V extends string> {
  legend: string;
  /** Name of the group within its page. */
  name: string;
  options: readonly { value: V; text: string; hint?: string }[];
  value: V;
  onChange(value: V): void;
}

/** One choice of a few, each with a line that says what it means. */
export function RadioGroup<V extends string>({ legend, name, options, value, onChange }: RadioGroupProps<V>) {
  return (
    <fieldset className="radio-group">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className="radio">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            aria-describedby={option.hint ? `${name}-${option.value}-hint` : undefined}
            aria-label={option.text}
          />
          <span>
            <span className="radio-text">{option.text}</span>
            {option.hint && (
              <span className="radio-hint" id={`${name}-${option.value}-hint`}>
                {option.hint}
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
