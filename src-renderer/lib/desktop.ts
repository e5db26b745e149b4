// Whether this is the window of the desktop app, where no browser keeps keys for itself.

export const isDesktop = 'lethe' in window
