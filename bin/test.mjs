// npm test and npm run test:all: Vitest, then one line that says how many passed and failed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runNode } from './run-node.mjs'

const quick = ['unit', 'db', 'house', 'journeys', 'faults']

export async function test(root, words, { slow }) {
  const folder = mkdtempSync(join(tmpdir(), 'become-results-'))
  const results = join(folder, 'results.json')
  const projects = slow ? [...quick, 'slow', 'alone'] : quick
  const code = await runNode(
    root,
    [
      ...[join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--passWithNoTests'],
      ...projects.flatMap((name) => ['--project', name]),
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${results}`],
      ...words,
    ],
    { NODE_ENV: 'test' },
  )
  const { passed, failed } = count(results, code)
  rmSync(folder, { recursive: true, force: true })
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}

/** A file that could not be read counts as one failure, and so does a run that broke off. */
function count(file, code) {
  const { numPassedTests = 0, testResults = [] } = read(file)
  const failed = testResults.reduce((sum, { status, assertionResults }) => {
    const tests = assertionResults.filter((one) => one.status === 'failed').length
    return sum + (tests === 0 && status === 'failed' ? 1 : tests)
  }, 0)
  return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}
