import { routes } from '../../../routes.ts'
import {
  Breadcrumbs,
  Button,
  Details,
  EmptyState,
  Form,
  FormErrors,
  type FormState,
  InsetText,
  NotificationBanner,
  OfficerLayout,
  SelectField,
  StatusMark,
  TextareaField,
  type Tone,
  useReader,
  Worklist,
} from '../../../ui/index.ts'
import { type AgencyId, type AgencyLinks, type Path, verdicts } from '../../agencies/index.ts'
import type { Answer } from '../rules/answer.ts'
import { answerLooks } from './answer-words.ts'
import { LinkGraph } from './link-graph.tsx'

export type LinksPageProps = {
  readonly links: AgencyLinks
  /** How each other company stands today. */
  readonly answers: ReadonlyMap<AgencyId, Answer>
  readonly mayJudge: boolean
  readonly judged: boolean
  readonly refused: FormState
  readonly submission: () => string
}

/** In the picture only so many: what is judged to be no link is left out of it. */
const mostDrawn = 12

/** What a company has in common with others: by which path, how strong, how each other stands. */
export function LinksPage(props: LinksPageProps) {
  const { links, answers, judged, refused } = props
  const { t, name, link } = useReader()
  const { agency, paths, others } = links
  const id = agency.id
  const title = t('licences.links.title', { name: name(agency.names) })
  const stateOf = (other: AgencyId) =>
    t(`licences.state.${answers.get(other)?.kind ?? 'never-licensed'}`)
  const drawn = paths.filter((path) => path.judged?.verdict !== 'other').slice(0, mostDrawn)
  return (
    <OfficerLayout
      title={title}
      hasErrors={Object.keys(refused.errors).length > 0}
      before={
        <Breadcrumbs
          crumbs={[
            { text: name(agency.names), href: link(routes.officerAgency.href({ id })) },
            { text: t('agencies.file.crumb'), href: link(routes.officerAgencyFile.href({ id })) },
            { text: t('licences.links.crumb') },
          ]}
        />
      }
    >
      <h1>{title}</h1>
      <FormErrors state={refused} />
      {judged ? <NotificationBanner success>{t('agencies.done.judged')}</NotificationBanner> : null}
      <InsetText>{t('licences.links.about')}</InsetText>
      {paths.length === 0 ? (
        <EmptyState title={t('licences.links.none')} icon="search" />
      ) : (
        <>
          <LinkGraph
            name={name(agency.names)}
            edges={drawn.map((path) => ({
              other: name(others.get(path.other)?.names ?? agency.names),
              state: stateOf(path.other),
              why: t(`licences.links.kind.${path.kind}`),
              strength: path.strength,
            }))}
          />
          <PathTable {...props} />
        </>
      )}
    </OfficerLayout>
  )
}

const tones: Readonly<Record<Path['strength'], Tone>> = {
  strong: 'danger',
  middle: 'attention',
  weak: 'neutral',
}

function PathTable(props: LinksPageProps) {
  const { links, answers } = props
  const { t, name, link } = useReader()
  return (
    <Worklist
      caption={t('licences.links.table')}
      stacks
      columns={['other', 'why', 'strength', 'judgement'].map((column) => ({
        label: t(`licences.links.column.${column}`),
      }))}
      rows={links.paths.map((path) => {
        const other = links.others.get(path.other)
        const kind = answers.get(path.other)?.kind ?? 'never-licensed'
        return {
          id: `${path.other}-${path.kind}`,
          cells: [
            <div>
              <a href={link(routes.officerAgencyFile.href({ id: path.other }))}>
                {other ? name(other.names) : path.other}
              </a>
              <br />
              <StatusMark {...answerLooks[kind]}>{t(`licences.state.${kind}`)}</StatusMark>
            </div>,
            <div>
              {t(`licences.links.kind.${path.kind}`)}
              {path.facts.slice(0, 4).map(({ mine, theirs }) => (
                <div class="small">{mine === theirs ? mine : `${mine} → ${theirs}`}</div>
              ))}
              {path.facts.length > 4 ? (
                <div class="small muted">
                  {t('licences.links.more', { count: path.facts.length - 4 })}
                </div>
              ) : null}
            </div>,
            <StatusMark
              tone={tones[path.strength]}
              icon={path.strength === 'strong' ? 'triangle-alert' : 'circle-question-mark'}
            >
              {t(`licences.links.strength.${path.strength}`)}
            </StatusMark>,
            <Judgement path={path} {...props} />,
          ],
        }
      })}
    />
  )
}

const nothingTyped: FormState = { values: {}, errors: {} }

function Judgement({
  path,
  links,
  mayJudge,
  submission,
}: LinksPageProps & { readonly path: Path }) {
  const { t, link, instant } = useReader()
  const { judged } = path
  const key = `${path.other}-${path.kind}`
  return (
    <div>
      {judged ? (
        <p>
          <strong>{t(`agencies.verdict.${judged.verdict}`)}</strong> {judged.reason}{' '}
          <span class="small muted">{instant(judged.at)}</span>
        </p>
      ) : null}
      {mayJudge && judged === null ? (
        <Details summary={t('licences.links.judge')}>
          <Form
            action={link(routes.agencyLinkJudge.href({ id: links.agency.id }))}
            state={nothingTyped}
            submission={submission()}
          >
            <input type="hidden" name="other" value={path.other} />
            <input type="hidden" name="kind" value={path.kind} />
            <SelectField
              name="verdict"
              id={`verdict-${key}`}
              label={t('licences.links.verdict')}
              options={[
                { value: '', label: t('agencies.choose') },
                ...verdicts.map((value) => ({ value, label: t(`agencies.verdict.${value}`) })),
              ]}
            />
            <TextareaField
              name="reason"
              id={`reason-${key}`}
              label={t('agencies.field.reason')}
              rows={2}
            />
            <Button kind="secondary">{t('agencies.do.judge')}</Button>
          </Form>
        </Details>
      ) : null}
    </div>
  )
}
