/** Words for codes that come from the server, so that the catalogue cannot type them. */
import { useTranslation } from 'react-i18next'

/** Gives what the catalogue has under a key; undefined where it has nothing. */
export function useKnownWords(): (key: string) => string | undefined {
  const { t, i18n } = useTranslation()
  const say = t as unknown as (key: string) => string
  return (key) => (i18n.exists(key) ? say(key) : undefined)
}
