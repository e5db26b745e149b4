// What a person does in Compare, and the same from the command line.
import { cpSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { LetheClient } from '../../src-main/hosts/cli/command'
import { importModel } from './client'
import { startLethe, type Host } from './host'

const starter = resolve(import.meta.dirname, '../../resources/starter')
export const prompt = 'Tell me a story about a cat.'

/** What a command prints as JSON; it must succeed. */
export async function run(host: Host, ...args: string[]): Promise<unknown> {
  const lethe = startLethe([...args, '--json', '--data-dir', host.dataFolder])
  expect(await lethe.exit, lethe.printed()).toBe(0)
  return JSON.parse(lethe.stdout()) as unknown
}

/** The included model once more, from another place and under another name. */
export async function addTwin(host: Host, client: LetheClient, name = 'Twin'): Promise<string> {
  const folder = join(host.dataFolder, name)
  cpSync(starter, folder, { recursive: true })
  await importModel(client, folder, { name })
  return folder
}

export async function openCompare(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Compare' }).click()
  await expect(page.getByLabel('Model 2', { exact: true })).toBeVisible()
}

export async function ask(page: Page, seed = '7'): Promise<void> {
  await page.getByLabel('Seed, the same for all').fill(seed)
  await page.getByLabel('Ask all of them').fill(prompt)
  await page.getByLabel('Ask all of them').press('Enter')
}
