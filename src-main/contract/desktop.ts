// What the page and the Electron host tell each other besides the procedures: the page's part of the
// menu, and what the menu or the system asks of the page. In a browser nobody speaks this.
import { z } from 'zod'

const pageMenuItemSchema = z.object({
  id: z.string().min(1).max(100),
  label: z.string().min(1).max(200),
  /** As the page writes them ("Ctrl+K"); the page handles them itself. */
  keys: z.string().max(50).nullable(),
  /** null: it is not one of several choices. */
  isChosen: z.boolean().nullable()
})
export type PageMenuItem = z.infer<typeof pageMenuItemSchema>

const items = z.array(pageMenuItemSchema).max(50)

/** Commands and places of the page by where they stand in the menu, in the page's language. */
export const pageMenuSchema = z.object({
  language: z.enum(['en', 'pt-BR']),
  sections: z.object({
    file: items,
    settings: items,
    view: items,
    theme: items,
    languages: items,
    go: items,
    help: items
  })
})
export type PageMenu = z.infer<typeof pageMenuSchema>
export type MenuSection = keyof PageMenu['sections']

export const pageRequestSchema = z.discriminatedUnion('type', [
  /** An item of the page's own menu was chosen. */
  z.object({ type: z.literal('run'), id: z.string() }),
  /** Something of the system's was chosen that belongs to a place of the page. */
  z.object({ type: z.literal('open'), place: z.string(), rest: z.array(z.string()) }),
  /** The app was started with this folder. */
  z.object({ type: z.literal('addModel'), path: z.string() })
])
export type PageRequest = z.infer<typeof pageRequestSchema>
