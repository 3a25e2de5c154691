/** A source as its colour and its name; the colour never stands alone. */
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/client'
import { usePassedByHelp } from './help-link'
import classes from './source-label.module.css'

export type Source = Schemas['Source']

/** In the order of the rules. */
export const SOURCES = ['contract', 'booking', 'customer_invoice', 'recurring_product', 'team'] as const

export function SourceDot({ source }: { readonly source: Source }) {
  return <span className={classes.dot} style={{ background: `var(--source-${source})` }} aria-hidden />
}

export function SourceLabel({ source }: { readonly source: Source }) {
  const { t } = useTranslation()
  return (
    <span className={classes.label}>
      <SourceDot source={source} />
      {t(`sources.${source}`)}
    </span>
  )
}

export function SourceChips({ sources }: { readonly sources: readonly Source[] }) {
  const { t } = useTranslation()
  const helpAbout = usePassedByHelp()
  return (
    <span className={classes.chips}>
      {sources.map((source) => (
        <a key={source} {...helpAbout(source)} className={classes.chip} data-source={source}>
          {t(`sources.${source}`)}
        </a>
      ))}
    </span>
  )
}

/** The same without links, for rows that are drawn while somebody scrolls: each set of sources is made once. */
export function useSourceWords(): (sources: readonly Source[]) => ReactNode {
  const { t } = useTranslation()
  return useMemo(() => {
    const made = new Map<string, ReactNode>()
    const make = (sources: readonly Source[]) => (
      <span className={classes.chips}>
        {sources.map((source, place) => (
          // by place: a row takes over the chips of the one before it
          <span key={place} className={classes.chip} data-source={source}>
            {t(`sources.${source}`)}
          </span>
        ))}
      </span>
    )
    return (sources) => {
      const set = sources.join()
      const known = made.get(set) ?? make(sources)
      made.set(set, known)
      return known
    }
  }, [t])
}
