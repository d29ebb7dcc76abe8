/** The toolbar popup: reads what the reader has set, then draws. It lives as long as it is open. */
import '../../components/tokens.css';
import '../../components/controls.css';
import '../../components/search.css';
import '../../components/card/entry-card.css';
import './popup.css';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { browser } from '../../messaging/browser';
import { DEFAULT_SETTINGS } from '../../reader/settings';
import { Popup } from './Popup';
import { createServices, type Reader } from './services';

// A popup has the size of its content, a tab that shows this page its own.
if (browser.extension.getViews({ type: 'popup' }).includes(window)) document.documentElement.classList.add('as-popup');

const services = createServices();
const nothing: Reader = { settings: DEFAULT_SETTINGS, privateSites: {}, hasAsides: false };
const first = await services.reader().catch(() => nothing);
const early = document.getElementById('early') as HTMLInputElement;
const root = createRoot(document.getElementById('root')!);
// At once, so that no key falls between the field that stood there and its successor.
flushSync(() => root.render(<Popup services={services} first={first} typed={early.value} />));
