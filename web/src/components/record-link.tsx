/** To a record in the system that it comes from; nothing where nobody knows its address. */
import { useTranslation } from 'react-i18next'

interface RecordLinkProps {
  readonly url: string | null
  /** What it leads to, where a column of links says only that they open something. */
  readonly record?: string
}

export function RecordLink({ url, record }: RecordLinkProps) {
  const { t } = useTranslation()
  if (url === null) return null
  const { host } = new URL(url)
  const words = record === undefined ? t('records.openAt', { site: host }) : t('records.openThere')
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      title={host}
      {...(record !== undefined && { 'aria-label': t('records.openRecord', { record, site: host }) })}
    >
      {words}&nbsp;<span aria-hidden="true">↗</span>
    </a>
  )
}
