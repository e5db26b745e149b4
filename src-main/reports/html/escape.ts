// Text that comes from people, made harmless for each place of an HTML file that it stands in.

const entities: Record<string, string> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
}

/**
 * For an element's text or a quoted attribute. What XML and HTML cannot hold, and what turns the
 * direction of the text around it, is written as its number, so that it is seen.
 */
export function escapeText(text: string): string {
  return visible(text).replace(/[&<>"']/g, (sign) => entities[sign]!)
}

/** Control and direction signs, and halves of pairs, as ⟨U+202E⟩; line breaks as spaces. */
export function visible(text: string): string {
  return text
    .replace(/[\t\n\r]+/g, ' ')
    .replace(
      /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu,
      (sign) => `⟨U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`
    )
}

/**
 * JSON inside a script element: no sign can end it, and none is there that is not seen.
 * https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
 */
export function escapeJson(json: string): string {
  return json.replace(
    /[<>&\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
  )
}

/** Inside a quoted string of CSS. */
export function escapeCss(text: string): string {
  return visible(text).replace(
    /[^\p{L}\p{N} .,]/gu,
    (sign) => `\\${sign.codePointAt(0)!.toString(16)} `
  )
}
