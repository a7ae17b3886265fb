/** A small reader of well-formed HTML, enough to compare what two templates wrote. */
export type Tree = Text | Element
export type Text = { readonly kind: 'text'; text: string }
export type Element = {
  readonly kind: 'element'
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Tree[]
}

const voids = new Set(['input', 'br', 'hr', 'img', 'meta', 'link'])
const token =
  /<!--[\s\S]*?-->|<\/?([a-zA-Z][\w-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*(\/?)>|[^<]+|</g
const attribute = /([^\s=>/]+)(?:="([^"]*)")?/g

export function readHtml(html: string): Tree[] {
  const root: Element = { kind: 'element', tag: '', attributes: {}, children: [] }
  const open: Element[] = [root]
  for (const match of html.matchAll(token)) addToken(open, match)
  if (open.length > 1) throw new Error(`<${open.at(-1)?.tag}> is never closed in ${html}`)
  return root.children
}

function addToken(open: Element[], match: RegExpMatchArray) {
  const [source, tag, attributes = '', selfClosed] = match
  const inside = open.at(-1)
  if (!inside || source.startsWith('<!--')) return
  if (tag === undefined) inside.children.push({ kind: 'text', text: decoded(source) })
  else if (source.startsWith('</')) open.pop()
  else {
    const element: Element = {
      kind: 'element',
      tag,
      attributes: readAttributes(attributes),
      children: [],
    }
    inside.children.push(element)
    if (!selfClosed && !voids.has(tag)) open.push(element)
  }
}

function readAttributes(source: string): Record<string, string> {
  const pairs = [...source.matchAll(attribute)].map(([, name = '', value = '']) => [
    name,
    decoded(value),
  ])
  return Object.fromEntries(pairs)
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

const decoded = (text: string) =>
  text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
