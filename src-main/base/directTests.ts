// The tests of forgetting that decide together: what is computed, told and shown agrees on them.

export const directTests = [
  'extractionStrength',
  'exactMemorisation',
  'truthRatio',
  'worstOfSamples'
] as const
