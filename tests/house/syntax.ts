import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { projectRoot } from '../../src/platform/root.ts'

/** One source file as a tree, without types: quick. */
export function parse(path: string): ts.SourceFile {
  const text = readFileSync(join(projectRoot, path), 'utf8')
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
}

/** Every node of the files for which `pick` returns a text, as "path:line text". */
export function findAll(
  paths: readonly string[],
  pick: (node: ts.Node) => string | null,
): string[] {
  return paths.flatMap((path) => {
    const source = parse(path)
    const found: string[] = []
    const visit = (node: ts.Node) => {
      const text = pick(node)
      if (text !== null) found.push(`${path}:${lineOf(source, node.getStart())} ${text}`)
      ts.forEachChild(node, visit)
    }
    visit(source)
    return found
  })
}

export const lineOf = (source: ts.SourceFile, position: number): number =>
  source.getLineAndCharacterOfPosition(position).line + 1

export function isInside(node: ts.Node, test: (above: ts.Node) => boolean): boolean {
  for (let above = node.parent; above; above = above.parent) if (test(above)) return true
  return false
}
