// The window in Portuguese, on a machine that speaks it and by choice: every word of it.
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { brokenModels } from '../../src-main/testing/brokenModels'
import { en } from '../../src-renderer/messages/en/index'
import { ptBR } from '../../src-renderer/messages/pt-BR/index'
import { expect, test } from './journey'
import { openPalette } from './window'

type Words = { readonly [key: string]: unknown }

/** Texts that English says and Portuguese says otherwise; those that Portuguese says too are left out. */
function onlyEnglish(): Set<string> {
  const english = new Set<string>()
  const portuguese = new Set<string>()
  const walk = (a: Words, b: Words): void => {
    for (const [key, value] of Object.entries(a)) {
      const other = b[key]
      if (typeof value === 'string' && typeof other === 'string') {
        english.add(value)
        portuguese.add(other)
      } else if (typeof value === 'object' && value !== null) walk(value as Words, other as Words)
    }
  }
  walk(en, ptBR)
  // Each language is called by its own name everywhere.
  return new Set([...english].filter((text) => !portuguese.has(text)))
}

/** Every text and every name on the page that is an English one. */
async function englishLeft(page: Page): Promise<string[]> {
  const said = await page.evaluate(() => {
    const all: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      all.push(node.textContent?.trim() ?? '')
    for (const element of document.querySelectorAll('*'))
      for (const name of ['aria-label', 'title', 'placeholder'])
        all.push(element.getAttribute(name) ?? '')
    return all.filter((text) => text !== '')
  })
  expect(said.length).toBeGreaterThan(10)
  const english = onlyEnglish()
  return said.filter((text) => english.has(text))
}

test('the language is switched in the first line, by the palette and in the settings', async ({
  lethe
}) => {
  const html = lethe.locator('html')
  await expect(html).toHaveAttribute('lang', 'en')
  await lethe.getByRole('button', { name: 'Português' }).click()
  await expect(html).toHaveAttribute('lang', 'pt-BR')
  await expect(lethe.getByRole('textbox', { name: 'Escreva uma mensagem' })).toBeVisible()
  await lethe.reload()
  // The language stands in the page before the window does.
  await expect(lethe.getByRole('textbox', { name: 'Escreva uma mensagem' })).toBeVisible()
  await expect(html).toHaveAttribute('lang', 'pt-BR')
  await openPalette(lethe, ptBR.shell.palette.title)
  await lethe.keyboard.type('english')
  await lethe.keyboard.press('Enter')
  await expect(html).toHaveAttribute('lang', 'en')
  await lethe.keyboard.press('Control+,')
  await lethe.getByRole('radio', { name: 'Português' }).click()
  await expect(lethe.getByRole('heading', { level: 1, name: 'Ajustes' })).toBeVisible()
  await expect(html).toHaveAttribute('lang', 'pt-BR')
  await lethe.getByRole('radio', { name: 'Escuro' }).click()
  await expect(html).toHaveAttribute('data-theme', 'dark')
})

test.describe('on a machine that speaks Portuguese', () => {
  test.use({ locale: 'pt-BR' })

  test('a stranger asks, tries again, renames and looks around without a word of English', async ({
    lethe,
    host,
    folder
  }) => {
    await expect(lethe.locator('html')).toHaveAttribute('lang', 'pt-BR')
    await expect(lethe.getByText('Este é um modelo minúsculo, feito para ensinar.')).toBeVisible()
    expect(await englishLeft(lethe)).toEqual([])
    const prompts = lethe.getByRole('list', { name: 'Perguntas para começar' }).getByRole('button')
    await expect(prompts).toHaveCount(3)
    await prompts.first().click()
    const answer = lethe.getByRole('article', { name: 'Resposta de Starter' })
    await expect(answer).toContainText(/primeira palavra em [\d,]+\s(ms|s)/)
    await expect(answer).toContainText(/3,8\smi de parâmetros/)
    await answer.getByRole('button', { name: 'Tentar de novo' }).click()
    await expect(lethe.getByRole('group', { name: 'Versões desta resposta' })).toHaveText('2 de 2')
    await expect(answer.getByRole('button', { name: 'Copiar resposta' })).toBeVisible()
    expect(await englishLeft(lethe)).toEqual([])
    await lethe.getByRole('button', { name: /^Como ele escolhe as palavras/ }).click()
    await lethe.getByText('Todos os ajustes').click()
    await expect(lethe.getByText('Resposta mais longa')).toBeVisible()
    expect(await englishLeft(lethe)).toEqual([])
    await lethe.keyboard.press('Escape')

    await lethe.goto(`${host.origin}/#/models`)
    await expect(lethe.getByRole('heading', { level: 1, name: 'Modelos' })).toBeVisible()
    await expect(lethe.getByRole('row', { name: /^Starter/ })).toContainText('incluído')
    await lethe.getByRole('button', { name: 'Adicionar um modelo' }).first().click()
    const path = lethe.getByRole('textbox', { name: 'Caminho da pasta' })
    expect(await englishLeft(lethe)).toEqual([])
    await path.fill(folder)
    await lethe.getByRole('button', { name: 'Adicionar este modelo' }).click()
    await expect(lethe.getByRole('alert')).toContainText('config.json')
    expect(await englishLeft(lethe)).toEqual([])
    // Why a file is refused is Portuguese to its last word.
    const broken = join(folder, 'Quebrado')
    await brokenModels.find(({ title }) => title === 'overlapping tensors')?.write(broken)
    await lethe.getByRole('button', { name: 'Adicionar um modelo' }).first().click()
    await path.fill(broken)
    await lethe.getByRole('button', { name: 'Adicionar este modelo' }).click()
    await expect(lethe.getByText('se sobrepõe')).toHaveText(
      /não pode ser lido como arquivo safetensors \(byte [\d.]+\): o tensor “.+” se sobrepõe a outro tensor\.$/
    )
    await lethe.getByRole('link', { name: 'Starter', exact: true }).click()
    await expect(lethe.getByText('SHA-256 dos tensores')).toBeVisible()
    expect(await englishLeft(lethe)).toEqual([])
    await lethe.goto(`${host.origin}/#/settings`)
    await expect(lethe.getByRole('heading', { level: 1, name: 'Ajustes' })).toBeVisible()
    expect(await englishLeft(lethe)).toEqual([])
    await lethe.keyboard.press('?')
    await expect(lethe.getByRole('dialog', { name: 'Teclas' })).toBeVisible()
    expect(await englishLeft(lethe)).toEqual([])
  })
})
