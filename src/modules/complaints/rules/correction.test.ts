import { describe, expect, it } from 'vitest'
import { changesOf } from './correction.ts'

const is = { name: 'Sok Dara', sex: null, minor: false, situation: 'abroad' } as const

describe('what a correction changes', () => {
  it('is nothing where it says what stands there already, or says nothing', () => {
    expect(changesOf(is, {})).toEqual([])
    expect(changesOf(is, { ...is })).toEqual([])
  })

  it('is each thing with what stood before, also where nothing was known', () => {
    const right = { name: 'Sok Dany', sex: 'female', minor: null, situation: 'detained' } as const

    expect(changesOf(is, right)).toEqual([
      { field: 'name', from: 'Sok Dara', to: 'Sok Dany' },
      { field: 'situation', from: 'abroad', to: 'detained' },
      { field: 'sex', from: null, to: 'female' },
      { field: 'minor', from: 'no', to: null },
    ])
  })
})
