import { z } from 'zod'
import type { Attributes } from '../content.ts'

/**
 * The attributes that the schema of a form implies for one of its fields: `maxlength`, and
 * `type` or `inputmode` for numbers, mail and web addresses. Never `required` or `pattern`: the
 * server says what is wrong, in the reader's words.
 */
export function fieldAttributes(schema: z.ZodType, name: string): Attributes {
  const field = propertyOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), name)
  if (!field) return {}
  return { ...lengthOf(field), ...kindOf(field) }
}

type JsonSchema = z.core.JSONSchema.JSONSchema

function propertyOf(form: JsonSchema, name: string): JsonSchema | null {
  const field = form.properties?.[name]
  if (!field || typeof field === 'boolean') return null
  const inner = field.anyOf?.find((option) => option.type !== 'null')
  return inner ?? field
}

const lengthOf = ({ maxLength }: JsonSchema): Attributes =>
  maxLength === undefined ? {} : { maxlength: maxLength }

function kindOf({ type, format }: JsonSchema): Attributes {
  if (format === 'email') return { type: 'email', autocomplete: 'email' }
  if (format === 'uri') return { type: 'url' }
  if (type === 'integer') return { inputmode: 'numeric' }
  if (type === 'number') return { inputmode: 'decimal' }
  return {}
}
