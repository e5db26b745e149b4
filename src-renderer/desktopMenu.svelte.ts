// What the page contributes to the menu of the desktop window, and what that menu asks of it.
import type { MenuSection, PageMenu, PageMenuItem } from '../src-main/contract/desktop'
import { commands } from './commands'
import { hashOf, router } from './lib/router.svelte'
import { language, say } from './messages/current.svelte'
import { places } from './places'
import { desktop } from './rpc/host'
import { addModel } from './state/addModel.svelte'

/** In the language and with the choices of this moment. */
function pageMenu(): PageMenu {
  const ofCommands = (section: MenuSection): PageMenuItem[] =>
    commands
      .filter(({ menu }) => menu === section)
      .map(({ id, words, keys = null, isChosen }) => ({
        ...{ id, label: words(say), keys, isChosen: isChosen?.() ?? null }
      }))
  const ofPlaces = (isSettings: boolean): PageMenuItem[] =>
    places
      .filter(({ id }) => (id === 'settings') === isSettings)
      .map(({ id, keys }) => ({ id, label: say.shell.place[id], keys, isChosen: null }))
  return {
    language: language.code,
    sections: {
      file: ofCommands('file'),
      settings: ofPlaces(true),
      view: ofCommands('view'),
      theme: ofCommands('theme'),
      languages: ofCommands('languages'),
      go: ofPlaces(false),
      help: ofCommands('help')
    }
  }
}

/** Keeps the menu in step; call while a component is being set up. */
export function useDesktopMenu(): void {
  if (!desktop?.showMenu) return
  const { showMenu, onRequest } = desktop
  // Before the menu: whoever has it may ask at once.
  onRequest?.((request) => {
    if (request.type === 'addModel') return addModel.show({ path: request.path })
    if (request.type === 'open') return router.go(hashOf(request.place, ...request.rest))
    if (places.some(({ id }) => id === request.id)) return router.go(hashOf(request.id))
    void commands.find(({ id }) => id === request.id)?.run()
  })
  $effect(() => showMenu(pageMenu()))
}
