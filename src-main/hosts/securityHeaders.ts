// What every answer to the window carries, whichever host gives it: nothing is loaded, framed,
// guessed or sent elsewhere. Content Security Policy level 3, https://www.w3.org/TR/CSP3/

/** @param connections what scripts may connect to besides their own origin (WebSocket addresses). */
export function contentSecurityPolicy(connections: string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src ${["'self'", ...connections].join(' ')}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'"
  ].join('; ')
}

export function securityHeaders(connections: string[]): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(connections),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy':
      'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()'
  }
}
