import { expect, it } from 'vitest'
import { nextPath } from './local-path.ts'

it.each([
  'https://elsewhere.example',
  '//elsewhere.example',
  '///elsewhere.example',
  '/\\elsewhere.example',
  '\\/elsewhere.example',
  '/\t/elsewhere.example',
  '/ /elsewhere.example',
  '/work\r\nset-cookie: s=1',
  'javascript:alert(1)',
  'work',
  '',
  '/sign-in',
  '/sign-in/code?next=/work',
  '/sign-out',
  `/${'x'.repeat(2_000)}`,
  undefined,
  ['/work', '//elsewhere.example'],
])('does not send anybody to %j', (next) => {
  expect(nextPath(next, '/account')).toBe('/account')
})

it.each(['/work', '/work/complaints?area=01&q=%E1%9E%80', '/sign-inside', '/a//b'])(
  'sends somebody on to %s',
  (next) => {
    expect(nextPath(next, '/account')).toBe(next)
  },
)
