// Taken in before the benches: they use parts of the program as they stand, pages among them.
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'

registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.tsx')) return next(url, context)
    const source = readFileSync(fileURLToPath(url), 'utf8')
    const options = { loader: 'tsx', jsx: 'automatic', jsxImportSource: '#html', format: 'esm' }
    return { format: 'module', source: transformSync(source, options).code, shortCircuit: true }
  },
})
