// --color-canvas of app.css: what is seen of the window until the page has drawn.
export const canvasColors = { light: '#f6f8f8', dark: '#0d1317' }
