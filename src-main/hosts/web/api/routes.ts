// The addresses of the OpenAI-compatible API.
// Source: https://platform.openai.com/docs/api-reference
import type { FastifyInstance } from 'fastify'
import { promptLimitBytes } from '../../../contract/chat'
import { chatShape, completionShape } from './answerShapes'
import { ApiAnswers, type ApiOptions } from './answers'
import { asApiError, unknownAddress } from './errors'
import { findModel, listModels, shownModel } from './models'
import { parseChat, parseCompletion } from './requests'

export const apiPath = '/v1'

/** In JSON a character can take six times its bytes. */
const bodyLimitBytes = 8 * promptLimitBytes

/** Adds the routes below /v1. Who may ask has been checked before. */
export function addApi(app: FastifyInstance, options: ApiOptions): void {
  const { library, log } = options.context
  const answers = new ApiAnswers(options)

  const addRoutes = async (api: FastifyInstance): Promise<void> => {
    api.removeAllContentTypeParsers()
    const asText = { parseAs: 'string', bodyLimit: bodyLimitBytes } as const
    api.addContentTypeParser('*', asText, (_request, body, done) => done(null, body))
    api.setErrorHandler((error, request, reply) => {
      const told = asApiError(error)
      if (told.status === 500) log.error({ url: request.url, err: error }, 'a call failed')
      // What is left of a body that is too large is not read.
      if (told.status === 413) void reply.header('Connection', 'close')
      return reply.code(told.status).header('Cache-Control', 'no-store').send(told.body)
    })

    api.get('/models', async () => ({
      object: 'list',
      data: (await listModels(library)).map(shownModel)
    }))
    api.get<{ Params: { '*': string } }>('/models/*', async ({ params }) =>
      shownModel(await findModel(library, params['*']))
    )
    api.post('/chat/completions', (request, reply) =>
      answers.answer(request, reply, parseChat, chatShape)
    )
    api.post('/completions', (request, reply) =>
      answers.answer(request, reply, parseCompletion, completionShape)
    )
    for (const path of ['/', '/*']) {
      api.all(path, async ({ method, url }) => {
        throw unknownAddress(method, url.replace(/\?.*$/s, ''))
      })
    }
  }
  void app.register(addRoutes, { prefix: apiPath })
}
