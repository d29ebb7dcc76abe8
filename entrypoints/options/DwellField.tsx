import { useEffect, useId, useState } from 'react';
import { DWELL_MS } from '../../reader/read-settings';

const STEP_MS = 50;

/** How long the pointer rests on a term before its card opens. */
export function DwellField({ dwellMs, onChange }: { dwellMs: number; onChange(dwellMs: number): void }) {
  const [value, setValue] = useState(dwellMs);
  const id = useId();
  useEffect(() => setValue(dwellMs), [dwellMs]);
  return (
    <div className="dwell">
      <label htmlFor={id}>Rest on a term before its card opens</label>
      <div className="dwell-row">
        <input
          id={id}
          type="range"
          min={DWELL_MS.min}
          max={DWELL_MS.max}
          step={STEP_MS}
          value={value}
          aria-valuetext={`${value} milliseconds`}
          onChange={(event) => {
            const next = event.currentTarget.valueAsNumber;
            setValue(next);
            onChange(next);
          }}
        />
        <output htmlFor={id}>{value} ms</output>
      </div>
      <div className="dwell-ends" aria-hidden="true">
        <span>quick</span>
        <span>patient</span>
      </div>
    </div>
  );
}
