/** The options page. Reads the settings, repairing what is broken, then draws. */
import '../../components/tokens.css';
import '../../components/controls.css';
import './options.css';
import { createRoot } from 'react-dom/client';
import { Options } from './Options';
import { createServices } from './services';

const services = createServices();
const first = await services.read();
createRoot(document.getElementById('root')!).render(<Options services={services} first={first} />);
