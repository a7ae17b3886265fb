import type { CasePerson, Sex, Situation, StatementField } from './person.ts'

/** What was wrong about somebody, and what is right; what is left out stays as it is. */
export type Correction = {
  readonly name?: string
  readonly contact?: string
  readonly sex?: Sex | null
  readonly minor?: boolean | null
  readonly situation?: Situation
}

/** One thing that stood otherwise before; null where nothing was known. */
export type Corrected = {
  readonly field: StatementField
  readonly from: string | null
  readonly to: string | null
}

type Known = Pick<CasePerson, 'sex' | 'minor' | 'situation'> & { readonly name: string | null }

const known = (value: boolean | null): string | null =>
  value === null ? null : value ? 'yes' : 'no'

/** What a correction really changes, in the order of the form; codes as they are kept. */
export function changesOf(is: Known, correction: Correction): Corrected[] {
  const { name, sex, minor, situation } = correction
  const asked: (Corrected | null)[] = [
    name === undefined ? null : { field: 'name', from: is.name, to: name },
    situation === undefined ? null : { field: 'situation', from: is.situation, to: situation },
    sex === undefined ? null : { field: 'sex', from: is.sex, to: sex },
    minor === undefined ? null : { field: 'minor', from: known(is.minor), to: known(minor) },
  ]
  return asked.filter((one): one is Corrected => one !== null && one.from !== one.to)
}
