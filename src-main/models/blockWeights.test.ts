// Weights as blocks: what is written is what the formula says, whatever the checkpoint's precision and
// layout; every family computes with them; the file is whole, reused, and never left half-made.
import { copyFile, mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { uniform } from '../base/random'
import { hashTensors, writeSafetensors } from '../formats/safetensors'
import { goldensFolder, readGolden } from '../testing/goldens'
import { temporaryFolder } from '../testing/temporaryFolder'
import { tinyModel, writeModel } from '../testing/tinyModel'
import { openBlockFile, type BlockOptions } from './blockFile'
import { blockPlan } from './blockPlan'
import { quantizeRows } from './blockQuantizer'
import { CausalRunner, type OpenOptions } from './causalRunner'
import { openModelFolder } from './modelFolder'

const root = temporaryFolder('blocks')
