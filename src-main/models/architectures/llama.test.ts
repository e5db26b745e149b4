import { describeCausalGoldens } from '../../testing/causalGoldens'

describeCausalGoldens([
  'tiny-llama-gqa',
  'tiny-llama-biases',
  'tiny-llama-linear',
  'tiny-llama-dynamic',
  'tiny-llama-yarn'
])
