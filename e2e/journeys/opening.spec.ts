// A stranger opens the printed address.
import { expect, expectAccessible, takeScreens, test } from './journey'

test('the printed address opens the window, and the address bar keeps no token', async ({
  lethe,
  host
}) => {
  expect(lethe.url().startsWith(`${host.origin}/`)).toBe(true)
  expect(lethe.url()).not.toContain(host.token)
  await expectAccessible(lethe)
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

test('the first view stands in both themes and both sizes', async ({ lethe }) => {
  await takeScreens(lethe, 'first')
})

test('a reload and a deep address stay open; another browser does not', async ({
  lethe,
  host,
  browser
}) => {
  await lethe.reload()
  await expect(lethe.getByRole('heading', { level: 1 })).toBeVisible()
  await lethe.goto(`${host.origin}/#/models`)
  await expect(lethe.getByRole('heading', { level: 1 })).toBeVisible()
  const stranger = await browser.newContext()
  const page = await stranger.newPage()
  expect((await page.goto(host.origin))?.status()).toBe(401)
  await expect(page.getByText('?token=').first()).toBeVisible()
  await stranger.close()
})
