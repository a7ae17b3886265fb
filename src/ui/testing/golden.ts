import { describe, expect, it } from 'vitest'
import type { Html } from '../../html/html.ts'
import { drawn, type Options, readFixtures } from './fixtures.ts'
import { normalised } from './normalised.ts'

/** Names of fixtures that a component does not follow, under the reason. */
export type Unsupported = Readonly<Record<string, readonly string[]>>

/** Holds a component against every fixture of govuk-frontend that it supports. */
export function holdAgainst(
  component: string,
  unsupported: Unsupported,
  draw: (options: Options) => Html | null,
) {
  const fixtures = readFixtures(component)
  const left = new Set(Object.values(unsupported).flat())
  describe(`${component}, as govuk-frontend writes it`, () => {
    it('leaves out only fixtures that exist', () => {
      const names = new Set(fixtures.map(({ name }) => name))
      expect([...left].filter((name) => !names.has(name))).toEqual([])
    })

    it.each(fixtures.filter(({ name }) => !left.has(name)))('$name', ({ options, html }) => {
      const vnode = draw(options)
      expect(normalised(vnode ? drawn(vnode) : '')).toBe(normalised(html))
    })
  })
}

export const noOwnAttributes = 'an attribute is a prop of its own, never a loose list'
export const noScripts = 'read only by a script that is not shipped'
export const noInnerClasses = 'no classes for the parts of a component: they look alike everywhere'
