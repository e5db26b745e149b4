// The fields of ONNX's protobuf messages that this project writes (onnx.proto, IR version 10).
import protobuf from 'protobufjs'

const { root } = protobuf.parse(
  `syntax = "proto3";
  package onnx;
  message AttributeProto {
    string name = 1; float f = 2; int64 i = 3; bytes s = 4; repeated float floats = 7;
    repeated int64 ints = 8; int32 type = 20;
  }
  message NodeProto {
    repeated string input = 1; repeated string output = 2; string name = 3; string op_type = 4;
    repeated AttributeProto attribute = 5; string domain = 7;
  }
  message StringStringEntryProto { string key = 1; string value = 2; }
  message TensorProto {
    repeated int64 dims = 1; int32 data_type = 2; string name = 8; bytes raw_data = 9;
    repeated StringStringEntryProto external_data = 13; int32 data_location = 14;
  }
  message Dimension { oneof value { int64 dim_value = 1; string dim_param = 2; } }
  message TensorShapeProto { repeated Dimension dim = 1; }
  message TensorTypeProto { int32 elem_type = 1; TensorShapeProto shape = 2; }
  message TypeProto { TensorTypeProto tensor_type = 1; }
  message ValueInfoProto { string name = 1; TypeProto type = 2; }
  message GraphProto {
    repeated NodeProto node = 1; string name = 2; repeated TensorProto initializer = 5;
    repeated ValueInfoProto input = 11; repeated ValueInfoProto output = 12;
  }
  message OperatorSetIdProto { string domain = 1; int64 version = 2; }
  message ModelProto {
    int64 ir_version = 1; string producer_name = 2; GraphProto graph = 7;
    repeated OperatorSetIdProto opset_import = 8;
  }`,
  { keepCase: true }
)

const modelProto = root.lookupType('onnx.ModelProto')

/** AttributeProto.AttributeType */
export const attributeTypes = { float: 1, int: 2, string: 3, floats: 6, ints: 7 } as const

export interface AttributeMessage {
  name: string
  type: number
  f?: number
  i?: number
  s?: Uint8Array
  ints?: number[]
}

export interface NodeMessage {
  op_type: string
  domain: string
  input: readonly string[]
  output: readonly string[]
  attribute: AttributeMessage[]
}

export interface TensorMessage {
  name: string
  dims: readonly number[]
  data_type: number
  raw_data?: Uint8Array
  external_data?: { key: string; value: string }[]
  data_location?: number
}

export interface ValueInfoMessage {
  name: string
  type: {
    tensor_type: {
      elem_type: number
      shape: { dim: ({ dim_value: number } | { dim_param: string })[] }
    }
  }
}

export interface ModelMessage {
  ir_version: number
  producer_name: string
  opset_import: { domain: string; version: number }[]
  graph: {
    name: string
    node: NodeMessage[]
    initializer: TensorMessage[]
    input: ValueInfoMessage[]
    output: ValueInfoMessage[]
  }
}

export function encodeModel(message: ModelMessage): Uint8Array {
  return modelProto.encode(modelProto.create(message)).finish()
}
