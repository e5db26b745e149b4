import { describeCausalGoldens } from '../../testing/causalGoldens'

describeCausalGoldens(['tiny-qwen2'])
