import { describeCausalGoldens } from '../../testing/causalGoldens'

describeCausalGoldens(['tiny-gemma2'])
