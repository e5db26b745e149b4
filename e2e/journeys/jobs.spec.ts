// Long work of several kinds in one list: its order, what is done about it there, and from the command line.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeTinyModel } from '../../src-main/testing/tinyModel'
import { bothLanguages } from './bothLanguages'
import { importModel } from './client'
import { run } from './compareWindow'
import { startLethe } from './host'
import { expect, takeScreens, test } from './journey'

function written(file: string, rows: readonly object[]): string {
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  return file
}

for (const { locale, name, say } of bothLanguages) {
  test.describe(name, () => {
    test.use({ locale })
    test('an audit waits behind a training, both are told of and dealt with in one list', async ({
      lethe,
      client,
      host,
      folder
    }) => {
      test.setTimeout(240_000)
      await importModel(client, await writeTinyModel(join(folder, 'Pupil')))
      const lines = Array.from({ length: 24 }, (_, at) => ({ text: `line number ${at}` }))
      await run(host, 'dataset', 'import', written(join(folder, 'Lines.jsonl'), lines))
      const suggested = await client.training.suggest({
        ...{ model: 'Pupil', dataset: 'Lines', preset: 'style' }
      })
      // Far longer than all of this takes.
      const long = { epochs: 1000, batch: 1, sequenceLength: 8, patience: null }
      const settings = { ...suggested, ...long }
      const training = await client.training.start({ model: 'Pupil', dataset: 'Lines', settings })
      expect(training.steps).toBeGreaterThan(10_000)
      const pairs = Array.from({ length: 40 }, (_, at) => ({
        ...{ id: `p${at}`, axis: 'houses' },
        ...{
          stereotype: `the old house ${at} is long`,
          antiStereotype: `the new house ${at} is long`
        }
      }))
      const data = written(join(folder, 'pairs.jsonl'), pairs)

      const ofTraining = say.jobs.named.training(training.name)
      const card = lethe.getByRole('region', { name: ofTraining })
      await expect(card).toBeVisible()
      const asked = ['audit', 'Pupil', '--suite', 'counterfactual', '--data', data]
      const broken = startLethe([...asked, '--data-dir', host.dataFolder])
      await expect.poll(() => broken.printed()).toContain(`waiting behind ${training.name}`)
      broken.process.kill('SIGINT')
      expect(await broken.exit, broken.printed()).toBe(1)
      const [, audit] = (await client.jobs.list({})).jobs
      expect(broken.printed()).toContain(`lethe jobs resume ${audit!.id}`)

      await expect(card).toContainText(say.jobs.more('1'))
      await lethe.keyboard.press('Control+j')
      const list = lethe.getByRole('dialog', { name: say.jobs.title })
      const ofAudit = say.jobs.named.audit('Pupil')
      await list.getByRole('button', { name: say.jobs.resumeNamed(ofAudit) }).click()
      const rows = list.getByRole('list', { name: say.jobs.now }).getByRole('listitem')
      await expect(rows).toContainText([ofTraining, ofAudit])
      await expect(rows.last()).toContainText(say.training.run.waitsBehind(training.name))
      await takeScreens(lethe, `jobs-${name}`)
      expect(await run(host, 'jobs')).toMatchObject({
        jobs: [
          { kind: 'training', id: training.id, status: 'running', steps: training.steps },
          { kind: 'audit', id: audit!.id, name: 'Pupil', waitingBehind: training.name }
        ]
      })

      await list.getByRole('button', { name: say.jobs.pauseNamed(ofTraining) }).click()
      const ended = list.getByRole('list', { name: say.jobs.today }).getByRole('listitem')
      await expect(ended).toContainText([ofAudit], { timeout: 30_000 })
      await expect(rows).toContainText([say.jobs.paused])
      await list.getByRole('button', { name: say.jobs.endNamed.training(ofTraining) }).click()
      await expect(ended).toContainText([ofTraining, ofAudit], { timeout: 30_000 })
      await takeScreens(lethe, `jobs-ended-${name}`)
      for (const [link, page] of [
        [ofTraining, `training/${training.id}`],
        [ofAudit, `bias/${audit!.id}`]
      ] as const) {
        await list.getByRole('link', { name: link }).click()
        await expect(list).toBeHidden()
        await expect(lethe).toHaveURL(`${host.origin}/#/${page}`)
        await lethe.keyboard.press('Control+j')
      }
    })
  })
}
