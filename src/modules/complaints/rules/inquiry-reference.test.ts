import { expect, it } from 'vitest'
import { inquiryReference } from './inquiry-reference.ts'

it('is short enough to say on the telephone, and always the same for one question', () => {
  const id = '01900000-0000-7000-8000-00a1b2c3d4e5'

  expect(inquiryReference(id)).toBe('Q-B2C3-D4E5')
  expect(inquiryReference(id)).toBe(inquiryReference(id))
})
