import type { FieldErrors } from '../../../../platform/http/form.ts'
import type { FormBody } from '../../../../platform/http/route.ts'
import { cleanText } from '../../../../platform/text/index.ts'

/** Of a text that is too long, twice what fits is drawn again: more would only burden the phone. */
const drawnAgain = 2

/** How long a text was that is too long, and where it is cut. */
export const withLengths = (errors: FieldErrors, typed: FormBody): FieldErrors =>
  Object.fromEntries(
    Object.entries(errors).map(([field, error]) => {
      const [text, most] = [typed[field], error.values?.most]
      if (error.key !== 'complain.too-long' || typeof text !== 'string' || typeof most !== 'number')
        return [field, error]
      const has = cleanText(text).length
      const shown = most * drawnAgain
      const key = has > shown ? 'complain.too-long-cut' : 'complain.too-long-by'
      return [field, { key, values: { most, has, shown } }]
    }),
  )

/** What was typed, each text cut where nothing of it could be kept any more. */
export const cutToDraw = (typed: FormBody, longest: Readonly<Record<string, number>>): FormBody =>
  Object.fromEntries(
    Object.entries(typed).map(([field, text]) => {
      const most = longest[field]
      return [field, typeof text === 'string' && most ? text.slice(0, most * drawnAgain) : text]
    }),
  )
