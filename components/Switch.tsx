export interface SwitchProps {
  on: boolean;
  /** What it switches, as its name. */
  label: string;
  onChange(on: boolean): void;
  /** Id of the words that say more, such as why it is off. */
  describedBy?: string;
}

/** On or off, at once. Its name stays the same in both states; the state is told by its role. */
export function Switch({ on, label, onChange, describedBy }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      className="switch"
      aria-checked={on}
      aria-label={label}
      aria-describedby={describedBy}
      title={label}
      onClick={() => onChange(!on)}
    >
      <span className="switch-thumb" />
    </button>
  );
}
