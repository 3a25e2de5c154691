/** The search of the help centre: finds as one types, and tells the server what was not there. */
import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { noteSearch, passagesQuery } from '../../api/help'
import classes from './help-search.module.css'
import type { PassageFound, Piece } from './search-index'

const LEAST_LETTERS = 2
/** A pause after which nobody is typing any more. */
const PAUSE_MS = 1500

export function HelpSearch() {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [isBegun, setBegun] = useState(false)
  const search = useSearch(isBegun)
  const asked = typed.trim()
  const found = search === undefined || asked.length < LEAST_LETTERS ? undefined : search(asked)
  useNoteOfMisses(asked, found)
  return (
    <search className={classes.search}>
      <TextInput
        type="search"
        size="md"
        leftSection={<IconSearch size={17} stroke={1.7} />}
        placeholder={t('helpCentre.search')}
        aria-label={t('helpCentre.search')}
        maxLength={200}
        value={typed}
        onFocus={() => setBegun(true)}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && setTyped('')}
      />
      <div aria-live="polite" className="unseen">
        {found !== undefined && t('helpCentre.found', { count: found.length })}
      </div>
      {found !== undefined && <Results found={found} />}
    </search>
  )
}

function Results({ found }: { readonly found: readonly PassageFound[] }) {
  const { t } = useTranslation()
  if (found.length === 0) return <p className={classes.nothing}>{t('helpCentre.nothing')}</p>
  return (
    <ul className={classes.results} lang="en">
      {found.map(({ slug, anchor, title, heading, excerpt }) => (
        <li key={`${slug} ${anchor}`}>
          <Link to="/help/$slug" params={{ slug }} hash={anchor} className={classes.result}>
            <span className={classes.heading}>{heading}</span>
            {heading !== title && <span className={classes.title}>{title}</span>}
            <span className={classes.excerpt}>{excerpt.map(pieceOf)}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function pieceOf({ at, text, isMarked }: Piece) {
  return isMarked ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>
}

/** The library and what it searches in come when the field is first entered. */
function useSearch(isBegun: boolean) {
  const { data: passages } = useQuery({ ...passagesQuery, enabled: isBegun })
  const { data: search } = useQuery({
    queryKey: ['help', 'search', passages?.length],
    queryFn: async () => {
      const { makeSearch } = await import('./search-index')
      return { find: makeSearch(passages ?? []) }
    },
    enabled: passages !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return search?.find
}

function useNoteOfMisses(asked: string, found: readonly PassageFound[] | undefined): void {
  const noted = useRef(new Set<string>())
  const missed = found?.length === 0 ? asked : ''
  useEffect(() => {
    if (missed === '' || noted.current.has(missed)) return
    const timer = setTimeout(() => {
      noted.current.add(missed)
      // a note that does not arrive is nothing to tell a reader
      void noteSearch(missed).catch(() => undefined)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [missed])
}
