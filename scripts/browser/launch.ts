import { launchChromium } from './chromium/launch.ts';
import type { Driver, LaunchOptions } from './driver.ts';
import type { BrowserName } from './find.ts';
import { launchFirefox } from './firefox/launch.ts';

export function launch(name: BrowserName, options: LaunchOptions): Promise<Driver> {
  return name === 'firefox' ? launchFirefox(options) : launchChromium(options);
}
