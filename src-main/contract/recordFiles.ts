// Files of records: how they are written, what their rows are, and what of them cannot be read.
import { z } from 'zod'
import { rowProblems } from '../base/errors'
import { recordPartSchema } from './records'

export const fileFormats = ['jsonl', 'json', 'csv', 'txt', 'parquet', 'folder'] as const
export const recordShapes = [
  ...(['text', 'alpaca', 'sharegpt', 'messages', 'promptAnswer', 'questionAnswer'] as const)
] as const
export const recordShapeSchema = z.enum(recordShapes)
export type RecordShape = z.infer<typeof recordShapeSchema>
/** Datasets that ship with Lethe. */
export const exampleDatasets = ['residents'] as const

/** A file on this machine, a finished upload of one, or an example that ships. */
export const fileSourceSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('path'), path: z.string().min(1) }),
  z.object({ type: z.literal('upload'), uploadId: z.string().min(1) }),
  z.object({ type: z.literal('example'), name: z.enum(exampleDatasets) })
])
export type FileSource = z.infer<typeof fileSourceSchema>

/** The fields that each shape is made of; the datasets' reader holds itself to them. */
export const shapeFields: Record<RecordShape, { name: RecordField; optional?: true }[]> = {
  text: [{ name: 'text' }],
  alpaca: [
    ...([{ name: 'instruction' }, { name: 'input', optional: true }] as const),
    ...([{ name: 'output' }, { name: 'system', optional: true }] as const)
  ],
  sharegpt: [{ name: 'conversations' }],
  messages: [{ name: 'messages' }],
  promptAnswer: [{ name: 'prompt' }, { name: 'answer' }, { name: 'system', optional: true }],
  questionAnswer: [{ name: 'question' }, { name: 'answer' }, { name: 'context', optional: true }]
}
export const recordFields = [
  ...(['text', 'instruction', 'input', 'output', 'system', 'conversations'] as const),
  ...(['messages', 'prompt', 'answer', 'question', 'context'] as const)
] as const
export type RecordField = (typeof recordFields)[number]

/** How a file of records is written. */
export const fileFormSchema = z.object({
  format: z.enum(fileFormats),
  encoding: z.enum(['utf-8', 'windows-1252', 'utf-16le']),
  separator: z.enum([',', ';', '\t', '|']), // of CSV
  unit: z.enum(['lines', 'paragraphs']) // what of plain text is a record
})
export type FileForm = z.infer<typeof fileFormSchema>

/** Which column gives which field of the shape, and whose record it is. */
export const mappingSchema = z.object({
  shape: recordShapeSchema,
  columns: z.record(z.string(), z.string()),
  subject: z.string().nullable()
})
export type Mapping = z.infer<typeof mappingSchema>

export const rowProblemSchema = z.enum(rowProblems)
export const rejectedRowSchema = z.object({
  line: z.number().int(),
  problem: rowProblemSchema,
  detail: z.string()
})
/** Rows that could not be read: how many, and the first hundred. */
export const rejectedRowsSchema = z.object({
  count: z.number().int().nonnegative(),
  first: z.array(rejectedRowSchema)
})

export const datasetPreviewSchema = z.object({
  form: fileFormSchema,
  sizeBytes: z.number(),
  columns: z.array(z.string()),
  mapping: mappingSchema.nullable(), // null: no shape fits these columns
  records: z.array(
    z.union([
      z.object({
        line: z.number().int(),
        parts: z.array(recordPartSchema),
        subject: z.string().nullable()
      }),
      rejectedRowSchema
    ])
  )
})
export type DatasetPreview = z.infer<typeof datasetPreviewSchema>
