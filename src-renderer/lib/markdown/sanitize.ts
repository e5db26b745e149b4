// The last gate before the page: DOMPurify with a short list of what may stand in an answer. The
// result is used as nodes, never written out and parsed again, so it cannot change its meaning.
import DOMPurify from 'dompurify'

export const allowedTags = [
  ...['p', 'br', 'hr', 'span', 'em', 'strong', 'del', 'code', 'pre', 'blockquote'],
  ...['h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td']
]
export const allowedClasses = ['address', 'cell-left', 'cell-center', 'cell-right']

const purifier = DOMPurify(window)
purifier.addHook('uponSanitizeAttribute', (_node, data) => {
  const fits =
    (data.attrName === 'class' && allowedClasses.includes(data.attrValue)) ||
    (data.attrName === 'start' && /^\d{1,9}$/.test(data.attrValue))
  data.keepAttr = fits
})

export function sanitize(html: string): DocumentFragment {
  return purifier.sanitize(html, {
    ALLOWED_TAGS: allowedTags,
    ALLOWED_ATTR: ['class', 'start'],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true
  })
}
