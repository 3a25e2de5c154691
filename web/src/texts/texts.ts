/** The panel’s language: that of the browser if it is one of ours, or the one that was chosen here. */
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { type AllTexts, CATALOGUES, type Language, PART_CATALOGUES, type TextPart } from './parts'

export type { Language } from './parts'

export const LANGUAGES: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' }

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: AllTexts }
  }
}

const STORED = 'headcount-language'

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

/** Something that says what others do not: its texts come with it. */
export function withTexts<Module>(
  parts: TextPart | readonly TextPart[],
  load: () => Promise<Module>,
): () => Promise<Module> {
  return async () => {
    const [module] = await Promise.all([load(), ...[parts].flat().map(loadTexts)])
    return module
  }
}

async function loadTexts(part: TextPart): Promise<void> {
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
