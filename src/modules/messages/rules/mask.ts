/** As much of an address as helps to recognise one's own: "+855 ••• 678", "s•••@example.org". */
export function masked(channel: 'sms' | 'email' | 'telegram', to: string): string {
  if (channel === 'email') return to.replace(/^(.)[^@]*/, '$1•••')
  return channel === 'sms' ? `${to.slice(0, 4)} ••• ${to.slice(-3)}` : `••• ${to.slice(-2)}`
}
