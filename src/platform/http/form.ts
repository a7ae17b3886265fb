import type { z } from 'zod'
import type { Message } from '../../kernel/reader.ts'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { FormBody } from './route.ts'

/** The first fault of each field, as a message key; zod issues carry the key as their text. */
export type FieldErrors = Readonly<Record<string, Message>>

/** Parses a form once, at the door: typed values, or what is wrong beside which field. */
export function parseForm<T extends z.ZodType>(
  schema: T,
  form: FormBody,
): Result<z.output<T>, FieldErrors> {
  const parsed = schema.safeParse(form)
  return parsed.success ? ok(parsed.data) : refuse(fieldErrors(parsed.error))
}

const messageKey = /^[a-z][\w-]*(\.[\w-]+)+$/

/** Issues whose text is no message key (a field missing or of another type) get a general one. */
export function fieldErrors(error: z.ZodError): FieldErrors {
  const errors: Record<string, Message> = {}
  for (const issue of error.issues) {
    const field = issue.path.map(String).join('.') || 'form'
    if (field in errors) continue
    errors[field] = messageKey.test(issue.message)
      ? { key: issue.message, ...limitsOf(issue) }
      : { key: 'form.not-understood' }
  }
  return errors
}

function limitsOf(issue: z.core.$ZodIssue): Pick<Message, 'values'> {
  if (issue.code === 'too_big') return { values: { most: Number(issue.maximum) } }
  if (issue.code === 'too_small') return { values: { least: Number(issue.minimum) } }
  return {}
}

/** The typed text of every field, to draw the form again with nothing lost. */
export function typedValues(form: FormBody): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(form).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : [...value],
    ]),
  )
}
