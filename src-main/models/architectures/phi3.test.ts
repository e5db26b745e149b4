import { describeCausalGoldens } from '../../testing/causalGoldens'

describeCausalGoldens(['tiny-phi3', 'tiny-phi3-plain'])
