/** The oldest browsers that we promise to run in (docs/decisions/0001-minimum-browsers.md). */
export const LEAST_BROWSERS = { chromium: '128', firefox: '147.0' } as const;
