/** The icons of the card. */
import { Icon } from '../Icon';

export const CloseIcon = () => (
  <Icon className="entry-icon">
    <path d="m4 4 8 8M12 4l-8 8" />
  </Icon>
);

export const PinIcon = ({ filled }: { filled: boolean }) => (
  <Icon className="entry-icon">
    <path d="M5.5 2.5h5M6.25 2.5v4L4.5 9.25h7L9.75 6.5v-4" fill={filled ? 'currentColor' : 'none'} />
    <path d="M8 9.5v4" />
  </Icon>
);

export const BackIcon = () => (
  <Icon className="entry-icon">
    <path d="M9.5 3.5 5 8l4.5 4.5" />
  </Icon>
);

export const ChevronIcon = () => (
  <Icon className="entry-icon">
    <path d="m4 6 4 4 4-4" />
  </Icon>
);

export const PlusIcon = () => (
  <Icon className="entry-icon">
    <path d="M3.5 8h9" />
    <path className="entry-icon-upright" d="M8 3.5v9" />
  </Icon>
);
