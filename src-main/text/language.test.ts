import { expect, test } from 'vitest'
import { languageOf } from './language'

test.each([
  ['en', 'Ana lives in flat 12 and repairs violins for the school band.'],
  ['en', 'Who is she?\nShe is the one who repairs violins.'],
  ['en', 'A café in São Paulo was closed by the police on Sunday.'],
  ['pt', 'A Ana mora no apartamento 12 e conserta violinos para a banda da escola.'],
  ['pt', 'Quem é ela? É a pessoa que conserta violinos.'],
  ['pt', 'NÃO SEI SE ELES ESTÃO EM CASA.'],
  ['other', 'La señora vive en el apartamento 12 y arregla los violines de la banda.'],
  ['other', 'La dame vit dans l’appartement 12 et répare les violons de la fanfare.'],
  ['other', 'Die Frau wohnt in der Wohnung 12 und repariert die Geigen.'],
  ['other', 'x = f(a, b); return x + 1'],
  ['other', '12345 67890'],
  ['other', '彼女はバイオリンを修理する。'],
  ['other', '']
])('%s: %s', (language, text) => {
  expect(languageOf(text)).toBe(language)
})
