// The small plain page for somebody without the token or under a foreign name, in both languages.
import type { Refusal } from './access'

const texts: Record<Refusal, { en: string; 'pt-BR': string }> = {
  401: {
    en: 'This address needs its token. Open the whole address that Lethe printed in the terminal (it ends in ?token=…). Nothing was changed.',
    'pt-BR':
      'Este endereço precisa do seu token. Abra o endereço inteiro que o Lethe mostrou no terminal (ele termina em ?token=…). Nada foi alterado.'
  },
  403: {
    en: 'Lethe answers only to pages of its own, on this machine. Open the address that it printed in the terminal. Nothing was changed.',
    'pt-BR':
      'O Lethe só atende às próprias páginas, nesta máquina. Abra o endereço que ele mostrou no terminal. Nada foi alterado.'
  }
}

export function refusalPage(status: Refusal): string {
  const text = texts[status]
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width"><title>Lethe</title></head><body><main>',
    `<h1>Lethe</h1><p>${text.en}</p><p lang="pt-BR">${text['pt-BR']}</p></main></body></html>\n`
  ].join('')
}
