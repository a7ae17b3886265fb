/**
 * The pairs of parts of a person's name, each as it sounds, in the order of the alphabet: two
 * spellings of one name share at least one, whichever part stands first. A name of one part is
 * compared whole. `soundOf` folds spellings (platform/text): handed in, rules know no platform.
 */
export function nameSounds(names: readonly (string | null)[], soundOf: (text: string) => string) {
  const found = new Set<string>()
  for (const name of names) {
    if (!name) continue
    const parts = name
      .split(/[\s.\-·​]+/u)
      .map((part) => bones(soundOf(part)))
      .filter((part) => part !== '')
    for (const [at, part] of parts.entries())
      for (const other of parts.slice(at + 1)) found.add([part, other].sort().join(' '))
    found.add(`= ${bones(soundOf(name))}`)
  }
  found.delete('= ')
  return [...found]
}

/** Vowels waver most between Khmer and its romanisations; what stands first is kept. */
const bones = (sound: string): string => sound.slice(0, 1) + sound.slice(1).replace(/[aeiouy]/g, '')
