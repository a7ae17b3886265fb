import { join } from 'node:path'
import ts from 'typescript'
import { projectRoot } from '../../src/platform/root.ts'
import { sourceFiles } from './source.ts'

/** Which message keys the program may ask for, read from its source with its types. */
export type TypedSource = {
  /** Keys that stand in the source, or that its types say can be built; with their first place. */
  readonly asked: ReadonlyMap<string, string>
  /** Keys built from a text that the types do not know: what they must look like. */
  readonly patterns: ReadonlyMap<string, { readonly like: RegExp; readonly place: string }>
  /** Every code of a type named …Refusal, with the type's place. */
  readonly refusals: ReadonlyMap<string, string>
  /** Every event that is recorded, by its type. */
  readonly events: ReadonlyMap<string, string>
}

type Found = {
  readonly asked: Map<string, string>
  readonly patterns: Map<string, { like: RegExp; place: string }>
  readonly refusals: Map<string, string>
  readonly events: Map<string, string>
}
type At = { readonly checker: ts.TypeChecker; readonly found: Found; readonly areas: Areas }
type Areas = ReadonlySet<string>

/** `areas`: the first words of all keys; a text that begins otherwise is no message key. */
export function readSource(areas: Areas): TypedSource {
  const files = sourceFiles().map((path) => join(projectRoot, path))
  const program = ts.createProgram(files, compilerOptions())
  const found: Found = {
    asked: new Map(),
    patterns: new Map(),
    refusals: new Map(),
    events: new Map(),
  }
  const at = { checker: program.getTypeChecker(), found, areas }
  for (const file of files) {
    const source = program.getSourceFile(file)
    if (source) visit(source, at)
  }
  return found
}

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(projectRoot, 'tsconfig.json'), ts.sys.readFile)
  const read = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, projectRoot)
  const { tsBuildInfoFile: _, ...options } = read.options
  return { ...options, incremental: false }
}

function visit(node: ts.Node, at: At): void {
  if (ts.isStringLiteralLike(node)) noteKey(node, node.text, at)
  else if (ts.isTemplateExpression(node)) noteTemplate(node, at)
  else if (ts.isTypeAliasDeclaration(node) && node.name.text.endsWith('Refusal'))
    noteRefusals(node, at)
  else if (ts.isPropertyAssignment(node) && node.name.getText() === 'type') noteEvent(node, at)
  ts.forEachChild(node, (child) => visit(child, at))
}

const messageKey = /^[a-z][a-z\d-]*(\.[a-zA-Z\d:-]+)+$/

function noteKey(node: ts.Node, text: string, { found, areas }: At): void {
  if (
    isNameOfJob(node) ||
    isNameOfFile.test(text) ||
    !messageKey.test(text) ||
    !areas.has(text.split('.')[0] ?? '')
  )
    return
  if (!found.asked.has(text)) found.asked.set(text, placeOf(node))
}

const isNameOfFile = /^[^.]+\.(csv|xlsx|json)$/

const isNameOfJob = ({ parent }: ts.Node): boolean =>
  ts.isCallExpression(parent) && parent.expression.getText() === 'systemActor'

function noteTemplate(node: ts.TemplateExpression, at: At): void {
  const area = node.head.text.split('.')[0] ?? ''
  if (!/^[a-z][a-z\d-]*\.[\w.-]*$/.test(node.head.text) || !at.areas.has(area)) return
  const parts = node.templateSpans.map((span) => textsOf(span.expression, at.checker))
  if (parts.every((texts) => texts !== null)) {
    for (const key of combine(node, parts)) noteKey(node, key, at)
    return
  }
  const like = node.templateSpans.map((span) => `[\\w-]+${escaped(span.literal.text)}`)
  const pattern = new RegExp(`^${escaped(node.head.text)}${like.join('')}$`)
  at.found.patterns.set(node.getText(), { like: pattern, place: placeOf(node) })
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function combine(node: ts.TemplateExpression, parts: readonly (readonly string[])[]): string[] {
  let keys = [node.head.text]
  node.templateSpans.forEach((span, place) => {
    keys = keys.flatMap((key) => (parts[place] ?? []).map((t) => key + t + span.literal.text))
  })
  return keys
}

/** All texts an expression can be, where its type says so. */
function textsOf(node: ts.Expression, checker: ts.TypeChecker): readonly string[] | null {
  return literalsOf(checker.getTypeAtLocation(node))
}

function literalsOf(type: ts.Type): readonly string[] | null {
  if (type.isStringLiteral()) return [type.value]
  if (!type.isUnion()) return null
  const each = type.types.map(literalsOf)
  return each.every((texts) => texts !== null) ? each.flat() : null
}

function noteRefusals(node: ts.TypeAliasDeclaration, { checker, found }: At): void {
  for (const code of literalsOf(checker.getTypeAtLocation(node.name)) ?? [])
    found.refusals.set(code, placeOf(node))
}

function noteEvent(node: ts.PropertyAssignment, { checker, found }: At): void {
  const { initializer } = node
  const texts = ts.isTemplateExpression(initializer)
    ? combine(
        initializer,
        initializer.templateSpans.map((span) => textsOf(span.expression, checker) ?? []),
      )
    : (textsOf(initializer, checker) ?? [])
  for (const type of texts)
    if (/^[a-z]+\.[a-z-]+$/.test(type)) found.events.set(type, placeOf(node))
}

function placeOf(node: ts.Node): string {
  const source = node.getSourceFile()
  const { line } = source.getLineAndCharacterOfPosition(node.getStart())
  return `${source.fileName.replace(`${projectRoot}/`, '')}:${line + 1}`
}
