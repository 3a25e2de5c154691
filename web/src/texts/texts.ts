/** The panel’s language: that of the browser if it is one of ours, or the one that was chosen here. */
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { administrationEn } from './administration-en'
import type { connectionsEn } from './connections-en'
import type { en } from './en'
import type { moneyEn } from './money-en'
import type { pricePlansEn } from './price-plans-en'

export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const
export type Language = keyof typeof LANGUAGES

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: {
      translation: typeof en &
        typeof moneyEn &
        typeof connectionsEn &
        typeof administrationEn &
        typeof pricePlansEn
    }
  }
}

const STORED = 'headcount-language'

const CATALOGUES = {
  en: async () => (await import('./en')).en,
  de: async () => (await import('./de')).de,
} as const

/** What only some pages say, loaded with the first of them. */
const PART_CATALOGUES = {
  money: {
    en: async () => (await import('./money-en')).moneyEn,
    de: async () => (await import('./money-de')).moneyDe,
  },
  administration: {
    en: async () => (await import('./administration-en')).administrationEn,
    de: async () => (await import('./administration-de')).administrationDe,
  },
  connections: {
    en: async () => (await import('./connections-en')).connectionsEn,
    de: async () => (await import('./connections-de')).connectionsDe,
  },
  pricePlans: {
    en: async () => (await import('./price-plans-en')).pricePlansEn,
    de: async () => (await import('./price-plans-de')).pricePlansDe,
  },
} as const
export type TextPart = keyof typeof PART_CATALOGUES
const loadedParts = new Set<TextPart>()

export function chosenLanguage(): Language {
  const [browser = 'en'] = navigator.language.split('-')
  const wanted = stored() ?? browser
  return wanted in LANGUAGES ? (wanted as Language) : 'en'
}

/** For numbers and dates: the browser’s own region where it speaks the panel’s language. */
export function locale(language: string): string {
  return navigator.language.startsWith(language) ? navigator.language : language
}

export async function startTexts(): Promise<void> {
  const language = chosenLanguage()
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: await CATALOGUES[language]() } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  document.documentElement.lang = language
}

export async function loadTexts(part: TextPart): Promise<void> {
  loadedParts.add(part)
  await addTexts(part, i18next.language as Language)
}

async function addTexts(part: TextPart, language: Language): Promise<void> {
  i18next.addResourceBundle(language, 'translation', await PART_CATALOGUES[part][language]())
}

export async function speak(language: Language): Promise<void> {
  i18next.addResourceBundle(language, 'translation', await CATALOGUES[language]())
  await Promise.all([...loadedParts].map((part) => addTexts(part, language)))
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  try {
    localStorage.setItem(STORED, language)
  } catch {
    // then the choice holds until the page is closed
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(STORED)
  } catch {
    return null
  }
}
