/** Line icons on a grid of 16, in the colour of the text around them. The button that holds one has the name. */
import type { ReactNode } from 'react';

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      className="entry-icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export const CloseIcon = () => (
  <Icon>
    <path d="m4 4 8 8M12 4l-8 8" />
  </Icon>
);

export const PinIcon = ({ filled }: { filled: boolean }) => (
  <Icon>
    <path d="M5.5 2.5h5M6.25 2.5v4L4.5 9.25h7L9.75 6.5v-4" fill={filled ? 'currentColor' : 'none'} />
    <path d="M8 9.5v4" />
  </Icon>
);

export const BackIcon = () => (
  <Icon>
    <path d="M9.5 3.5 5 8l4.5 4.5" />
  </Icon>
);

export const ChevronIcon = () => (
  <Icon>
    <path d="m4 6 4 4 4-4" />
  </Icon>
);

export const PlusIcon = () => (
  <Icon>
    <path d="M3.5 8h9" />
    <path className="entry-icon-upright" d="M8 3.5v9" />
  </Icon>
);
