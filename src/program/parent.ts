/** Whether another process of this program started this one and still lives. */
export const hasParent = (): boolean => process.connected === true

/** Whether this process was started by another of this program, alive or not. */
export const wasStartedByUs = (): boolean => process.send !== undefined

/** Says it to the process that started this one; if that is gone, nobody needs to know. */
export function tellParent(word: {
  readonly ready?: true
  readonly failure?: string
}): Promise<void> {
  return new Promise((resolve) => {
    if (!hasParent()) return resolve()
    process.send?.(word, undefined, undefined, () => resolve())
  })
}
