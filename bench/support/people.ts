import { setTimeout as wait } from 'node:timers/promises'
import type { World } from './world.ts'

/** Signs in as a person of the demonstration, by the door that a browser uses; the cookie header. */
export async function signIn({ url }: World, person: string): Promise<Record<string, string>> {
  const response = await fetch(`${url}/sign-in/demonstration`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ person }),
  })
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  if (response.status !== 303) throw new Error(`sign-in as ${person}: ${response.status}`)
  return { cookie: cookies.join('; ') }
}

export async function textAt(
  { url }: World,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<string> {
  const response = await fetch(url + path, { headers })
  const text = await response.text()
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
  return text
}

/** The address of the so-manieth page of a list, by its own links; the last one where it is shorter. */
export async function pathOfPage(
  world: World,
  from: { path: string; page: number; headers?: Readonly<Record<string, string>> },
): Promise<string> {
  let path = from.path
  for (let page = 1; page < from.page; page++) {
    const text = await textAt(world, path, from.headers)
    const next = [...text.matchAll(/href="([^"]*[?&;]after=[^"]*)"/g)].at(-1)?.[1]
    if (!next) return path
    path = next.replaceAll('&amp;', '&')
  }
  return path
}

/** Milliseconds for one request at a time, sorted. */
export async function timesOf(
  world: World,
  path: string,
  { headers, count }: { headers?: Readonly<Record<string, string>>; count: number },
): Promise<number[]> {
  const times: number[] = []
  for (let turn = 0; turn < count; turn++) {
    const begin = performance.now()
    await textAt(world, path, headers)
    times.push(performance.now() - begin)
    await wait(1)
  }
  return times.sort((a, b) => a - b)
}
