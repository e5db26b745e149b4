import { describeCausalGoldens } from '../../testing/causalGoldens'

describeCausalGoldens(['tiny-gpt2', 'tiny-gpt2-first'])
