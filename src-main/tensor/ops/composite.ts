// Operations of the field that have more than one way of being computed: lowerings/ holds a form in
// primitives for every device, and faster ones where they were measured to pay.
import { activationOps } from './activation'
import { attentionOps } from './attention'
import { dequantizeBlocks } from './blocks'
import { linearOps } from './linear'
import { normOps } from './norm'

export const compositeOps = {
  ...{ ...linearOps, dequantizeBlocks },
  ...{ ...normOps, ...activationOps, ...attentionOps }
}
