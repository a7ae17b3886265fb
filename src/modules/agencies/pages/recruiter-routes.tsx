import { qrSvg } from '../../../platform/documents/qr.ts'
import { notFound, page, type Reply, type Route, redirect } from '../../../platform/http/route.ts'
import { routes } from '../../../routes.ts'
import { cardNumber, readRecruiter } from '../actions/read-recruiter.ts'
import { readPlaces } from './own-file-routes.tsx'
import { RecruiterCard, RecruiterPage, RecruiterSearch } from './recruiter-page.tsx'

/** Numbers follow each other: nobody is to walk through them all. */
const missLimit = { name: 'recruiter-card', points: 60, seconds: 3600 }

export const recruiterRoutes: readonly Route[] = [
  {
    door: 'page',
    method: 'get',
    path: routes.recruiters.path,
    access: ['public'],
    show: async ({ query, vault, now }, tx): Promise<Reply> => {
      const typed = typeof query.number === 'string' ? query.number.trim().slice(0, 20) : ''
      const found = typed === '' ? null : await readRecruiter(tx, { number: typed, vault, now })
      if (found?.card) return redirect(routes.recruiter.href({ number: found.card }))
      return page(<RecruiterSearch typed={cardNumber(typed) ?? typed} />)
    },
  },
  {
    door: 'page',
    method: 'get',
    path: routes.recruiter.path,
    access: ['public'],
    missLimit,
    show: async ({ params, vault, now }, tx) => {
      const recruiter = await readRecruiter(tx, { number: params.number ?? '', vault, now })
      if (!recruiter) return notFound
      return page(<RecruiterPage {...{ recruiter, places: await readPlaces(tx) }} />)
    },
  },
  {
    door: 'page',
    method: 'get',
    path: routes.recruiterCard.path,
    access: ['public'],
    missLimit,
    show: async ({ params, vault, now, host }, tx) => {
      const recruiter = await readRecruiter(tx, { number: params.number ?? '', vault, now })
      if (!recruiter?.card) return notFound
      const scheme = /^(localhost|127\.|\[::1\])/.test(host) ? 'http' : 'https'
      const address = `${scheme}://${host}${routes.recruiter.href({ number: recruiter.card })}`
      const svg = await qrSvg(address)
      const qr = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
      return page(<RecruiterCard {...{ recruiter, qr, address, places: await readPlaces(tx) }} />)
    },
  },
]
