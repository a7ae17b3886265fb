import { expect, it } from 'vitest'
import { paperFormNumber, parsePaperForm } from './paper-form.ts'

const number = paperFormNumber(2026, 42n)

it('gives back what it wrote, however it was typed', () => {
  for (const typed of [number, number.toLowerCase(), ` ${number.replaceAll('-', ' ')} `])
    expect(parsePaperForm(typed)).toBe(number)
})

it.each(['12/MRC', 'Form 7', '26-0000042-7', ''])('%s is some other paper', (typed) => {
  expect(parsePaperForm(typed)).toBeNull()
})

it.each(['F26-0000043-7', 'F26-0000042', 'F1', 'F126-0000042-7'])(
  '%s has a wrong digit',
  (typed) => {
    expect(parsePaperForm(typed)).toBe('wrong')
  },
)
