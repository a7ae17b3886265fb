import { createContext, useContext } from '../../html/html.ts'
import type { Message } from '../../kernel/reader.ts'

/** What was typed, and what is wrong with it, by field name; errors in the order of the page. */
export type FormState = {
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly errors: Readonly<Record<string, Message>>
}

export const emptyForm: FormState = { values: {}, errors: {} }

export const hasErrors = (state: FormState): boolean => Object.keys(state.errors).length > 0

export const FormContext = createContext<FormState>(emptyForm)

export const useForm = (): FormState => useContext(FormContext)

/** The one value of a field; the first of several. */
export function oneValue(state: FormState, name: string): string | undefined {
  const value = state.values[name]
  return typeof value === 'string' ? value : value?.[0]
}

/** All values of a field, for checkboxes. */
export function allValues(state: FormState, name: string): readonly string[] {
  const value = state.values[name]
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}
