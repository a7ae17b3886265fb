import type { Tx } from '../../../../platform/db.ts'
import { qrSvg } from '../../../../platform/documents/qr.ts'
import { notFound, type Reply, type Route, type Visit } from '../../../../platform/http/route.ts'
import { tokenAddress } from '../../../../platform/tokens/sign-token.ts'
import { routes } from '../../../../routes.ts'
import { listDestinations } from '../../../places/index.ts'
import { signCode } from '../../actions/list-codes.ts'
import { posterOf } from '../../actions/make-poster.ts'
import { showAgency } from '../../actions/show-agency.ts'

const common = { door: 'page', method: 'get', access: ['public'] } as const

/** What is printed: the pictures of the sheet, and posters. */
export const codeRoutes: readonly Route[] = [
  { ...common, path: routes.agencyCode.path, show: showCode },
  { ...common, path: routes.agencyPoster.path, show: showPoster },
]

async function showCode({ params, now, vault }: Visit, tx: Tx): Promise<Reply> {
  const file = await showAgency(tx, { id: params.id ?? '', now, vault })
  const place = params.place ?? ''
  const signed = file && (await signCode(tx, vault, { file, place }))
  if (!signed) return notFound
  const content = await qrSvg(tokenAddress(signed), 'M')
  const headers = { 'cache-control': 'public, max-age=60' }
  return { kind: 'file', type: 'image/svg+xml', content, headers }
}

async function showPoster({ params, now }: Visit, tx: Tx): Promise<Reply> {
  const country = (await listDestinations(tx)).find(({ code }) => code === params.country)
  if (!country) return notFound
  const content = await posterOf(tx, { country, now })
  const headers = { 'cache-control': 'public, max-age=60' }
  return {
    kind: 'file',
    type: 'application/pdf',
    name: `poster-${country.code}.pdf`,
    content,
    headers,
  }
}
