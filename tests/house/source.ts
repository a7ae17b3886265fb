import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { projectRoot } from '../../src/platform/root.ts'

/** Every file of the product under src, without tests and what only tests use. */
export function sourceFiles(pattern = /\.tsx?$/): string[] {
  return readdirSync(join(projectRoot, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)))
    .filter((path) => !/\.test\.tsx?$|\/testing\//.test(path))
    .sort()
}
