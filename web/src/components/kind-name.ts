/** A kind of evidence in words. */
import { useTranslation } from 'react-i18next'

export function useKindName(): (kind: string) => string {
  const { t, i18n } = useTranslation()
  // kinds come from the rule set, so that the catalogue cannot type them
  const say = t as unknown as (key: string) => string
  return (kind) => (i18n.exists(`kinds.${kind}`) ? say(`kinds.${kind}`) : kind.replaceAll('_', ' '))
}
