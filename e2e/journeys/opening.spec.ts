// A stranger opens the printed address.
import { expect, expectAccessible, takeScreens, test } from './journey'

test('the printed address opens the window; a reload and a deep address stay open, another browser does not', async ({
  lethe,
  host,
  browser
}) => {
  expect(lethe.url().startsWith(`${host.origin}/`)).toBe(true)
  expect(lethe.url()).not.toContain(host.token)
  await takeScreens(lethe, 'first')
  await lethe.reload()
  await expect(lethe.getByRole('heading', { level: 1 })).toBeVisible()
  await lethe.goto(`${host.origin}/#/models`)
  await expect(lethe.getByRole('heading', { level: 1, name: 'Models' })).toBeVisible()
  const stranger = await browser.newContext()
  const page = await stranger.newPage()
  expect((await page.goto(host.origin))?.status()).toBe(401)
  await expect(page.getByText('?token=').first()).toBeVisible()
  await stranger.close()
})

test('a model is there from the first moment on: the window never says there is none', async ({
  page,
  host
}) => {
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.body.innerText.includes('There is no model')) document.title = 'NO MODEL'
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto(host.url)
  await expect(page.getByRole('button', { name: /^Model: Starter/ })).toBeVisible()
  await expect(page).not.toHaveTitle('NO MODEL')
})

test.describe('on a narrow window', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('four places stand below, and the others behind More', async ({ lethe }) => {
    await lethe.emulateMedia({ reducedMotion: 'reduce' })
    const places = lethe.getByRole('navigation', { name: 'Places' })
    await expect(places.getByRole('link')).toHaveText(['Chat', 'Compare', 'Data', 'Training'])
    await places.getByRole('link', { name: 'Training' }).click()
    await expect(lethe.getByRole('heading', { level: 1, name: 'Training' })).toBeVisible()
    await places.getByRole('button', { name: 'More' }).focus()
    await lethe.keyboard.press('Enter')
    const all = lethe.getByRole('dialog', { name: 'Places' })
    await expect(all.getByRole('link')).toHaveCount(9)
    await expectAccessible(lethe)
    await all.getByRole('link', { name: 'Models' }).press('Enter')
    await expect(all).toBeHidden()
    await expect(lethe.getByRole('heading', { level: 1, name: 'Models' })).toBeVisible()
  })
})
