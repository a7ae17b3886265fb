import { expect, it } from 'vitest'
import { keepStops } from './keep-stops.ts'

it.each([
  ['ឆ្នាំ 2026 ហើយ។ លេខ', 'ឆ្នាំ 2026 |ហើយ។ លេខ'],
  ['នៅលើបង្កាន់ដៃ។', 'នៅលើ|បង្កាន់ដៃ។'],
  ['ហេតុផល៖ គ្មាន៕', '|ហេតុផល៖ |គ្មាន៕'],
  ['ហើ\u2063យ។', '|ហើយ។'],
  ['ហើយ', 'ហើយ'],
  ['26-0000614-1។', '26-0000614-1។'],
  ['Yours respectfully,', 'Yours respectfully,'],
  ['', ''],
])('keeps the last word of %s with its stop', (text, kept) => {
  expect(keepStops(text).replaceAll('\u2063', '|')).toBe(kept)
})
