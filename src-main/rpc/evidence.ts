// The procedures of contract/evidence.
import { scoreTofu } from '../jobs/tofuScore'
import { procedures } from './base'

const { evidence } = procedures

export const evidenceRouter = evidence.router({
  tofuScore: evidence.tofuScore.handler(({ input }) => scoreTofu(input))
})
