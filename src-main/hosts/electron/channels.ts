// The names under which the preload script and the main process speak.
export const requestPortChannel = 'lethe:requestPort'
export const portChannel = 'lethe:port'
export const menuChannel = 'lethe:menu'
export const pageRequestChannel = 'lethe:pageRequest'
