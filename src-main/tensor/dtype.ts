// Element types of the graph language, with their ONNX codes (onnx.proto, TensorProto.DataType).

export const dtypes = {
  f32: { onnxCode: 1, sizeBytes: 4 },
  u8: { onnxCode: 2, sizeBytes: 1 },
  i8: { onnxCode: 3, sizeBytes: 1 },
  i32: { onnxCode: 6, sizeBytes: 4 },
  i64: { onnxCode: 7, sizeBytes: 8 },
  bool: { onnxCode: 9, sizeBytes: 1 },
  f16: { onnxCode: 10, sizeBytes: 2 },
  bf16: { onnxCode: 16, sizeBytes: 2 }
} as const

export type Dtype = keyof typeof dtypes

const floats: ReadonlySet<Dtype> = new Set(['f32', 'f16', 'bf16'])

export function isFloat(dtype: Dtype): boolean {
  return floats.has(dtype)
}
