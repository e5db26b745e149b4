// The procedures of contract/devices.
import { procedures } from './base'

const { devices } = procedures

export const devicesRouter = devices.router({
  list: devices.list.handler(({ context }) => context.devices.list()),
  test: devices.test.handler(({ context, signal }) => context.devices.test(signal))
})
