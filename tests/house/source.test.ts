import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../src/platform/root.ts'
import { sourceFiles } from './source.ts'
import { findAll, isInside, lineOf, parse } from './syntax.ts'

const files = sourceFiles()
const rules = files.filter((path) => path.includes('/rules/'))

describe('rules', () => {
  it('say nothing on the screen: refusals are codes, their words lie in the messages', () => {
    const words = findAll(rules, (node) => {
      if (!ts.isStringLiteralLike(node) && !ts.isTemplateHead(node)) return null
      if (isInside(node, isThrown) || isInside(node, ts.isImportDeclaration)) return null
      const isText = /\p{L}{2,} \p{L}{2,}/u.test(node.text) || /\p{Script=Khmer}/u.test(node.text)
      return isText ? node.text : null
    })

    expect(
      words.filter((place) => !wordsOfTheLanguage.some((file) => place.startsWith(file))),
    ).toEqual([])
  })

  it('have no clock and no chance of their own', () => {
    const own = findAll(rules, (node) => {
      const text = ts.isCallExpression(node) || ts.isNewExpression(node) ? node.getText() : ''
      return /^(Date\.now|Math\.random|new Date)\(\)$/.test(text) ? text : null
    })

    expect(own).toEqual([])
  })
})

/** Data, or told to developers only. */
const wordsOfTheLanguage: readonly string[] = [
  'src/modules/accounts/rules/demonstration-persons.ts', // names of people
  'src/modules/law/rules/rule-file.ts', // told to whoever writes a country pack
]

const isThrown = (node: ts.Node): boolean => ts.isThrowStatement(node)

describe('HTML', () => {
  it('is taken for granted only where the design system draws its own icons', () => {
    const granted = findAll(files, (node) =>
      ts.isCallExpression(node) && node.expression.getText() === 'markup' ? node.getText() : null,
    )
    const elsewhere = granted.filter(
      (place) => !/^src\/(html\/html\.ts|ui\/icons\.tsx)\b/.test(place),
    )

    expect(granted).not.toEqual([])
    expect(elsewhere).toEqual([])
  })
})

describe('SQL', () => {
  it('lies in store/ and in the platform', () => {
    const elsewhere = files.filter(
      (path) => !/\/store\/|^src\/platform\/|^src\/setup\.ts$/.test(path),
    )
    const found = findAll(elsewhere, (node) => {
      if (!ts.isTaggedTemplateExpression(node)) return null
      return /^\s*(select|insert|update|delete|with|create|alter)\b/i.test(firstText(node))
        ? firstText(node)
        : null
    })

    expect(found).toEqual([])
  })

  it('names its columns', () => {
    const found = findAll(files, (node) =>
      ts.isTaggedTemplateExpression(node) &&
      /select\s+\*\s+from\s+\w+(?![\w(])/i.test(node.getText())
        ? firstText(node)
        : null,
    )

    expect(found).toEqual([])
  })
})

const firstText = (node: ts.TaggedTemplateExpression): string =>
  ts.isNoSubstitutionTemplateLiteral(node.template) ? node.template.text : node.template.head.text

describe('code', () => {
  it('has no classes but errors, no enums and no namespaces', () => {
    const found = findAll(files, (node) => {
      if (ts.isEnumDeclaration(node) || ts.isModuleDeclaration(node)) return node.name.getText()
      if (!ts.isClassLike(node)) return null
      const parents = node.heritageClauses?.map((clause) => clause.getText()).join() ?? ''
      return /extends \w*(Error|Failure)/.test(parents) ? null : (node.name?.getText() ?? 'class')
    })

    // The compiler looks for the types of JSX under this name.
    expect(found).toEqual([expect.stringMatching(/^src\/html\/jsx-runtime\.ts:\d+ JSX$/)])
  })

  it('asks for at most three things beside the transaction; then for one object', () => {
    const found = findAll(files, (node) =>
      ts.isFunctionLike(node) &&
      node.parameters.filter(({ name }) => name.getText() !== 'tx').length > 3 &&
      !isHanded(node)
        ? (node.name?.getText() ?? 'function')
        : null,
    )

    expect(found).toEqual([])
  })

  it('stays short: no file over 300 lines, no function over 70', () => {
    const long = files.flatMap((path) => {
      const lines = parse(path).getLineStarts().length
      return lines > 300 && !drawings.includes(path) ? [`${path} ${lines}`] : []
    })
    const functions = findAll(files, (node) => {
      if (!ts.isFunctionLike(node) || !('body' in node)) return null
      const source = node.getSourceFile()
      const lines = lineOf(source, node.getEnd()) - lineOf(source, node.getStart()) + 1
      return lines > 70 ? `${node.name?.getText() ?? 'function'} ${lines}` : null
    })

    expect([...long, ...functions]).toEqual([])
  })

  it('promises nothing for later', () => {
    const promises = files.filter((path) =>
      /\b(TODO|FIXME|XXX|HACK)\b/.test(readFileSync(join(projectRoot, path), 'utf8')),
    )

    expect(promises).toEqual([])
  })
})

/** Shapes of icons, copied from their set. */
const drawings = ['src/ui/icon-shapes.ts']

/** A function that is handed to a library takes what the library gives. */
const isHanded = (node: ts.Node): boolean =>
  ts.isCallExpression(node.parent) || ts.isFunctionTypeNode(node)

describe('the repository', () => {
  const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: projectRoot,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((path) => path !== '' && !path.startsWith('tests/house/source.test.ts'))

  it('names no machine and no package registry', () => {
    const foreign =
      /registry\.[a-z]+\.(org|com)|artifactory|verdaccio|(^|["'\s])\/(home|root|Users)\/\w/im
    const found = tracked
      .filter((path) => !/\.(woff2|png|csv|ico)$/.test(path))
      .filter((path) => foreign.test(read(path)) || read(path).includes(`${projectRoot}/`))

    expect(found).toEqual([])
  })

  it('holds no secret', () => {
    const secret = /-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bghp_\w{30}/
    const found = tracked.filter((path) => secret.test(read(path)))

    expect(found).toEqual([])
  })
})

function read(path: string): string {
  try {
    return readFileSync(join(projectRoot, path), 'utf8')
  } catch {
    return '' // deleted, not yet committed
  }
}
