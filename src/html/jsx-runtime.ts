import type { JSX as Attributes } from 'preact'
import { type Child, type Component, called, element, type Html, type Props } from './html.ts'

// What the compilers turn JSX into (`jsxImportSource` in tsconfig.json, vitest.config.ts, build.ts).

export declare namespace JSX {
  type Element = Html
  type ElementType = keyof IntrinsicElements | Component
  interface ElementChildrenAttribute {
    // biome-ignore lint/complexity/noBannedTypes: only the name of the key counts
    children: {}
  }
  interface IntrinsicElements extends Attributes.IntrinsicElements {}
}

export const jsx = (type: string | Component, props: Props): Html =>
  typeof type === 'string' ? element(type, props) : called(type, props)

export { jsx as jsxs }

export const Fragment = ({ children }: { readonly children?: Child }): Child => children
