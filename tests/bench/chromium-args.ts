/** Without a display and without a GPU; root may not use the sandbox. */
export const CHROMIUM_ARGS = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
