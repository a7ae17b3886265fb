// npm run check: format, types, borders, dead code.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runNode } from './run-node.mjs'

const checks = [
  { name: 'Format and lint', words: ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings'] },
  { name: 'Types', words: ['typescript/bin/tsc', '-p', 'tsconfig.json'] },
  {
    name: 'Borders',
    words: [
      'dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      'src',
    ],
    needs: '.dependency-cruiser.cjs',
  },
  { name: 'Dead code', words: ['knip/bin/knip.js', '--no-progress'] },
]

export async function check(root) {
  const failed = []
  for (const { name, words, needs } of checks) {
    if (needs && !existsSync(join(root, needs))) continue
    console.log(`${name} …`)
    const [script, ...rest] = words
    const code = await runNode(root, [join(root, 'node_modules', script), ...rest])
    if (code !== 0) failed.push(name)
  }
  console.log(failed.length === 0 ? 'All checks passed.' : `Not in order: ${failed.join(', ')}.`)
  process.exitCode = failed.length === 0 ? 0 : 1
}
