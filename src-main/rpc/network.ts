// The procedures of contract/network.
import { procedures } from './base'

const { network } = procedures

export const networkRouter = network.router({
  state: network.state.handler(({ context }) => context.network.state()),
  requests: network.requests.handler(({ input, context }) => context.network.requests(input)),
  endpoints: network.endpoints.handler(async ({ context }) => ({
    endpoints: await context.endpoints.list()
  })),
  addEndpoint: network.addEndpoint.handler(({ input, context }) => context.endpoints.add(input)),
  updateEndpoint: network.updateEndpoint.handler(({ input, context }) =>
    context.endpoints.update(input)
  ),
  removeEndpoint: network.removeEndpoint.handler(({ input, context }) =>
    context.endpoints.remove(input.id)
  ),
  restoreEndpoint: network.restoreEndpoint.handler(({ input, context }) =>
    context.endpoints.restore(input.id)
  ),
  listModels: network.listModels.handler(({ input, context, signal }) =>
    context.endpoints.listModels(input.id, signal)
  )
})
