// lethe serve: the window in a browser, from this machine to this machine.
import { z } from 'zod'
import { apiPath } from '../../web/api/routes'
import { serve } from '../../web/serve'
import { defaultPort } from '../../web/server'
import { numberOption, parseValues, UsageError, type Command } from '../command'

const schema = z.object({
  port: numberOption(0, 65_535, 'integer').optional(),
  'no-open': z.boolean().default(false)
})

export const serveCommand: Command = {
  usage: 'serve [--port N] [--no-open]',
  summary: 'Open Lethe in the browser',
  details: [
    'Answers on 127.0.0.1 only, to whoever knows the token in the printed address. Ctrl-C ends it.',
    `Programs use its OpenAI-compatible API at the same address with ${apiPath}; the token is the key.`,
    '',
    `  --port N    the port (usual: ${defaultPort}, or a free one when that is taken; 0: a free one)`,
    '  --no-open   print the address and open no browser'
  ].join('\n'),
  options: { port: { type: 'string' }, 'no-open': { type: 'boolean' } },
  async run({ positionals, values, global, output, dataFolder, files, signal, onWaiting }) {
    if (positionals.length > 0) throw new UsageError(`unexpected "${positionals[0]}"`)
    const options = parseValues(schema, values)
    await serve({
      dataFolder,
      files,
      port: options.port ?? null,
      open: !options['no-open'],
      device: global.device,
      signal,
      onWaiting,
      onAddress({ url, token, running }) {
        const already = running === 'elsewhere' ? 'Lethe is already running: ' : 'Lethe: '
        const api = `API for programs: ${new URL(url).origin}${apiPath} (the token is its key)`
        output.result({ url, token }, `${already}${url}\n${api}\n`)
      },
      onNoBrowser(url) {
        output.note(`No browser could be opened. Open this address in one: ${url}`)
      }
    })
  }
}
