import { readFileSync } from 'node:fs'
import { type Child, element, type Html } from '../../html/html.ts'
import type { Content } from '../content.ts'
import { readHtml, type Tree } from './html-tree.ts'
import { renderPart } from './render.tsx'
import { aChrome, readers } from './test-readers.ts'

// The options of govuk-frontend's macros: a mapping per component turns them into our props.
// biome-ignore lint/suspicious/noExplicitAny: foreign, untyped test data
export type Options = any
export type Fixture = { readonly name: string; readonly options: Options; readonly html: string }

export function readFixtures(component: string): readonly Fixture[] {
  const path = `../../../node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`
  const file = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
  return file.fixtures as Fixture[]
}

export const drawn = (vnode: Html): string => renderPart(vnode, readers.en, aChrome())

/** The content of a fixture's `{ text }` or `{ html }`. */
export function contentOf(part: Options): Content {
  if (!part) return undefined
  return htmlOr(part.html, part.text)
}

/** Their HTML option as elements, else the text. */
export const htmlOr = (html: string | undefined, text: string | undefined) =>
  html ? elements(html) : text

const elements = (html: string): Child => readHtml(html).map(asElement)

const asElement = (node: Tree): Child =>
  node.kind === 'text'
    ? node.text
    : element(node.tag, { ...node.attributes, children: node.children.map(asElement) })
