import { type Element, readHtml, type Tree } from './html-tree.ts'

/**
 * The same markup in one way of writing: a line per element, attributes and classes in order,
 * white space folded. What only govuk-frontend's scripts read is left out, since none is shipped:
 * `data-module`, the hidden menu button, and the `role="button"` of a link, which without script
 * would promise a key that does nothing.
 */
export function normalised(html: string): string {
  return readHtml(html)
    .flatMap((node) => lines(node, ''))
    .join('\n')
}

function lines(node: Tree, indent: string): string[] {
  if (node.kind === 'text') {
    const text = node.text.replace(/\s+/g, ' ').trim()
    return text ? [indent + text] : []
  }
  if ('hidden' in node.attributes) return []
  const inner = `${indent}  `
  return [
    `${indent}<${node.tag}${attributesOf(node)}>`,
    ...node.children.flatMap((child) => lines(child, inner)),
  ]
}

function attributesOf(element: Element): string {
  return Object.entries(element.attributes)
    .filter(([name]) => !isForScripts(element.tag, name))
    .map(([name, value]) => ` ${name}="${name === 'class' ? inOrder(value) : value.trim()}"`)
    .sort()
    .join('')
}

const isForScripts = (tag: string, name: string) =>
  name === 'data-module' || (tag === 'a' && (name === 'role' || name === 'draggable'))

const inOrder = (classes: string) => classes.split(/\s+/).filter(Boolean).sort().join(' ')
