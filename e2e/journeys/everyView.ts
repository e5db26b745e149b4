// How much of the window the journeys look at; the configuration of the runner reads it too.
/** `npm run check:views` looks at everything; `npm test` at what differs most. */
export const everyView = process.env['LETHE_VIEWS'] === 'all'
