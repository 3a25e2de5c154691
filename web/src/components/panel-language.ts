import { useTranslation } from 'react-i18next'
import type { Language } from '../texts/texts'

/** The language of the panel, for what the server tells in one. */
export function usePanelLanguage(): Language {
  return useTranslation().i18n.language as Language
}
