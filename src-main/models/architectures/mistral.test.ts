import { describeCausalGoldens } from '../../testing/causalGoldens'

describeCausalGoldens(['tiny-mistral'])
