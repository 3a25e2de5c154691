/** What an entry was about, and what was there before and after, in words as far as there are any. */
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../components/format'
import { useKnownWords } from '../../components/known-words'

interface PartProps {
  readonly name: string
  readonly value: unknown
  readonly nameOf: (operatorId: string) => string | undefined
}

export function Part({ name, value, nameOf }: PartProps) {
  const fieldName = useFieldName()
  const words = useWordsOf(nameOf)
  if (value === null || value === undefined) return null
  const isPlain = typeof value !== 'object' || Array.isArray(value)
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {isPlain
          ? words(value)
          : Object.entries(value).map(([field, one]) => (
              <div key={field}>
                {fieldName(field)}: {words(one)}
              </div>
            ))}
      </dd>
    </div>
  )
}

/** In one line: what tells entries of the same kind apart. */
export function useSubjectLine(nameOf: PartProps['nameOf']): (subject: unknown) => string {
  const fieldName = useFieldName()
  const words = useWordsOf(nameOf)
  return (subject) =>
    typeof subject === 'object' && subject !== null && !Array.isArray(subject)
      ? Object.entries(subject)
          .map(([field, one]) => `${fieldName(field)}: ${words(one)}`)
          .join(' · ')
      : ''
}

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

/** Values as the log keeps them: numbers and names as they are, instants, yes and no, and known names in words. */
function useWordsOf(nameOf: PartProps['nameOf']): (value: unknown) => string {
  const { t } = useTranslation()
  const { instant } = useFormat()
  const known = useKnownWords()
  const fieldName = useFieldName()
  return function words(value: unknown): string {
    if (value === null || value === '') return '–'
    if (typeof value === 'boolean') return t(value ? 'help.yes' : 'help.no')
    if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(words).join(', ')
    if (typeof value === 'object') {
      return Object.entries(value)
        .map(([field, one]) => `${fieldName(field)} ${words(one)}`)
        .join(', ')
    }
    const text = String(value)
    if (INSTANT.test(text)) return instant(text)
    return nameOf(text) ?? known(`audit.values.${text}`) ?? known(`rights.${text}`) ?? text
  }
}

function useFieldName(): (field: string) => string {
  const known = useKnownWords()
  return (field) => known(`audit.fields.${field}`) ?? known(`imports.recordKinds.${field}`) ?? spaced(field)
}

/** `operatorId` as words. */
function spaced(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
}
