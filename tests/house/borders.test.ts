import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../src/platform/root.ts'

type Violation = { readonly rule: { readonly name: string }; from: string; to: string }
type Cruise = { readonly summary: { readonly violations: readonly Violation[] } }

const settings = createRequire(import.meta.url)(join(projectRoot, '.dependency-cruiser.cjs')) as {
  forbidden: readonly { name: string }[]
}

function cruise(folder: string): readonly Violation[] {
  const program = join(projectRoot, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const rules = join(projectRoot, '.dependency-cruiser.cjs')
  const text = execFileSync(
    process.execPath,
    [program, 'src', '--config', rules, '--output-type', 'json'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  return (JSON.parse(text) as Cruise).summary.violations
}

/** For every rule a file, and what it may not import. */
const broken: readonly (readonly [rule: string, from: string, imports: string])[] = [
  ['no-circular', 'kernel/chicken.ts', '/kernel/egg.ts'],
  ['kernel-stands-alone', 'kernel/clock.ts', 'node:fs'],
  ['html-stands-alone', 'html/words.ts', '/kernel/alone.ts'],
  ['platform-knows-no-domain', 'platform/post.ts', '/modules/law/index.ts'],
  ['platform-knows-no-domain', 'platform/look.ts', '/ui/index.ts'],
  ['ui-knows-no-domain', 'ui/case.tsx', '/modules/law/index.ts'],
  ['ui-knows-no-domain', 'ui/query.tsx', '/platform/db.ts'],
  ['ui-knows-only-types-of-the-kernel', 'ui/sum.tsx', '/kernel/alone.ts'],
  ['routes-are-only-paths', 'routes.ts', '/platform/db.ts'],
  ['nobody-imports-the-composition', 'modules/law/pages/all.ts', '/app.ts'],
  ['nobody-imports-the-composition', 'platform/all.ts', '/composition/rail.ts'],
  ['rules-are-pure', 'modules/law/rules/today.ts', 'node:fs'],
  ['rules-are-pure', 'modules/law/rules/rows.ts', '/modules/law/store/rows.ts'],
  ['rules-are-pure', 'modules/law/rules/asks.ts', '/platform/db.ts'],
  ['islands-use-rules-only', 'modules/law/islands/draws.ts', '/modules/law/store/rows.ts'],
  ['store-knows-rules-only', 'modules/law/store/draws.ts', '/modules/law/pages/law-page.tsx'],
  ['store-knows-rules-only', 'modules/law/store/answers.ts', '/platform/http/route.ts'],
  ['actions-know-no-pages', 'modules/law/actions/draws.ts', '/ui/index.ts'],
  ['actions-know-no-pages', 'modules/law/actions/serves.ts', 'fastify'],
  ['pages-fetch-nothing', 'modules/law/pages/rows-page.tsx', '/modules/law/store/rows.ts'],
  ['through-the-front-door', 'modules/accounts/store/rows.ts', '/modules/law/store/rows.ts'],
  ['composition-uses-the-front-door-too', 'app.ts', '/modules/law/store/rows.ts'],
  ['nobody-uses-their-own-front-door', 'modules/law/pages/own.ts', '/modules/law/index.ts'],
  ['every-module-has-its-place', 'modules/surprise/index.ts', '/kernel/alone.ts'],
  ['sql-only-in-store', 'modules/law/actions/asks.ts', 'postgres'],
  ['no-tests-in-code', 'modules/law/actions/tested.ts', '/modules/law/actions/some.test.ts'],
  ['no-development-packages-in-code', 'platform/tools.ts', 'vitest'],
  ['everything-is-found', 'platform/lost.ts', '/platform/nowhere.ts'],
  ['no-orphans', 'kernel/alone-indeed.ts', ''],
  ...eachModuleAndTheNext(),
]

/** Files that the broken ones reach for, and that break nothing themselves. */
const sound = [
  'kernel/alone.ts',
  'platform/db.ts',
  'platform/http/route.ts',
  'ui/index.ts',
  'composition/rail.ts',
  'modules/law/store/rows.ts',
  'modules/law/index.ts',
  'modules/law/pages/law-page.tsx',
  'modules/law/actions/some.test.ts',
]

function eachModuleAndTheNext() {
  const orders = settings.forbidden.map(({ name }) => name).filter((name) => /^order-/.test(name))
  const modules = [...orders.map((name) => name.replace('order-', '')), 'programme']
  return orders.map((rule, place) => {
    const from = `modules/${modules[place]}/actions/reaches-up.ts`
    return [rule, from, `/modules/${modules[place + 1]}/index.ts`] as const
  })
}

function makeBrokenTree(): string {
  const folder = mkdtempSync(join(tmpdir(), 'become-borders-'))
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const [, , imports] of broken)
    if (imports.endsWith('/index.ts')) put(`src${imports}`, 'export const door = 1\n')
  for (const path of sound) put(`src/${path}`, 'export const here = 1\n')
  for (const [, from, imports] of broken) put(`src/${from}`, statement(from, imports))
  for (const name of ['postgres', 'fastify', 'vitest']) {
    put(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }))
    put(`node_modules/${name}/index.js`, 'module.exports = 1\n')
  }
  put('src/kernel/egg.ts', statement('kernel/egg.ts', '/kernel/chicken.ts'))
  put('package.json', JSON.stringify({ dependencies, devDependencies: { vitest: '1' } }))
  cpSync(join(projectRoot, 'tsconfig.json'), join(folder, 'tsconfig.json'))
  return folder
}

const dependencies = { postgres: '1', fastify: '1' }

function statement(from: string, imports: string): string {
  if (imports === '') return 'export const here = 1\n'
  const up = '../'.repeat(from.split('/').length - 1) || './'
  const target = imports.startsWith('/') ? `${up}${imports.slice(1)}` : imports
  return `import * as other from '${target}'\nexport const here = other\n`
}

describe('the borders between modules', () => {
  it('are kept by every file', () => {
    const crossed = cruise(projectRoot)

    expect(crossed.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([])
  })

  it('are noticed when crossed, each by its own rule', () => {
    const folder = makeBrokenTree()

    const crossed = cruise(folder)

    rmSync(folder, { recursive: true })
    const noticed = new Set(crossed.map(({ rule, from }) => `${rule.name}: ${from}`))
    const expected = broken.map(([rule, from]) => `${rule}: src/${from}`)
    expect(expected.filter((each) => !noticed.has(each))).toEqual([])
  })

  it('have no rule that was never seen to bite', () => {
    const shown = new Set(broken.map(([rule]) => rule))

    expect(settings.forbidden.filter(({ name }) => !shown.has(name))).toEqual([])
  })
})
