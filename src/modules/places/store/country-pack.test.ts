import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../../platform/root.ts'
import { csvRows, readPackFile } from './pack-file.ts'

const folder = join(projectRoot, 'countries', 'kh')
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'))
const standings = ['verified', 'reported', 'assumed', 'unknown']
type Names = { readonly km: string; readonly en: string }
const isBilingual = ({ km, en }: Names): boolean => /[ក-៿]/.test(km) && /[a-z]/i.test(en)

describe('the country pack', () => {
  it('says of every file where it comes from and under which licence', () => {
    const sources: { file: string; source: string; licence: string }[] = read('SOURCES.json')
    const named = sources.flatMap(({ file }) => globSync(file, { cwd: folder }))
    const files = globSync('**/*.{json,csv}', { cwd: folder }).filter((f) => f !== 'SOURCES.json')
    expect(named.sort()).toEqual(files.sort())
    expect(sources.filter(({ source, licence }) => !source || !licence)).toEqual([])
  })

  it('gives every complaint a kind once, in both languages, in a group that exists', () => {
    const { categories, groups, bases } = read('complaint-categories.json')
    const codes = categories.map(({ code }: { code: string }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    const known = new Set(groups.map(({ code }: { code: string }) => code))
    for (const category of categories) {
      expect([category.code, known.has(category.group)]).toEqual([category.code, true])
      expect([category.code, isBilingual(category)]).toEqual([category.code, true])
      expect(category.basis === null || category.basis in bases).toBe(true)
      expect(typeof category.sensitive).toBe('boolean')
    }
  })

  it('names no number of help without its source and standing', () => {
    const { lines, centres } = read('help.json')
    for (const place of [...lines, ...centres]) {
      expect(standings).toContain(place.standing)
      expect(place.sourceUrl).toMatch(/^https?:/)
      expect([place.code, isBilingual(place.name)]).toEqual([place.code, true])
    }
    for (const { numbers } of lines)
      for (const number of numbers) expect(number).toMatch(/^[\d -]{3,14}$/)
  })

  it('has no invisible characters in the name of a place', () => {
    for (const level of ['provinces', 'districts', 'communes', 'villages', 'destination-areas']) {
      const names = csvRows(readPackFile(`places/${level}.csv`)).flatMap((row) => [
        row.name_km ?? '',
        row.name_latin ?? '',
      ])
      expect(names.filter((name) => /[\u200b-\u200f\ufeff]|^\s|\s$/.test(name))).toEqual([])
    }
  })
})
