import type { AccessibleNode } from '../driver.ts';
import { until } from '../poll.ts';

/** Gecko's role → the ARIA role that Chromium's tree gives to the same element. */
const ROLES: Record<string, string> = {
  document: 'RootWebArea',
  pushbutton: 'button',
  'toggle button': 'button',
  'text leaf': 'StaticText',
  'combobox list': 'listbox',
  'combobox option': 'option',
  entry: 'textbox',
  graphic: 'img',
  grouping: 'group',
  'check button': 'checkbox',
  radiobutton: 'radio',
  editcombobox: 'combobox',
  statusbar: 'status',
};

/** The accessibility service wakes up with the first question, and knows the page a little later. */
const READ = `
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const outer = service.getAccessibleFor(browser);
  const document = outer?.childCount ? outer.getChildAt(0) : null;
  if (!document) return null;
  const found = [];
  const walk = (node, depth) => {
    const state = {};
    const extra = {};
    node.getState(state, extra);
    found.push({
      role: service.getStringRole(node.role),
      name: node.name ?? '',
      focused: (state.value & Ci.nsIAccessibleStates.STATE_FOCUSED) !== 0,
      expanded: state.value & Ci.nsIAccessibleStates.STATE_EXPANDED ? true
        : state.value & Ci.nsIAccessibleStates.STATE_COLLAPSED ? false : null,
      depth,
    });
    for (let i = 0; i < node.childCount; i++) walk(node.getChildAt(i), depth + 1);
  };
  walk(document, 0);
  return found;
`;

export async function readAccessibility(onBrowser: (body: string) => Promise<AccessibleNode[] | null>) {
  const nodes = await until(() => onBrowser(READ), { what: 'the accessibility tree' });
  return nodes.map((node) => ({ ...node, role: ROLES[node.role] ?? node.role }));
}
