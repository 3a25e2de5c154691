/** Words for codes that come from the server, so that the catalogue cannot type them. */
import { useTranslation } from 'react-i18next'

type Values = Readonly<Record<string, string | number>>

/** Gives what the catalogue has under a key; undefined where it has nothing. */
export function useKnownWords(): (key: string, values?: Values) => string | undefined {
  const { t, i18n } = useTranslation()
  const say = t as unknown as (key: string, values?: Values) => string
  return (key, values) => (i18n.exists(key) ? say(key, values) : undefined)
}
