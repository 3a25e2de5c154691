/** The catalogues of texts, each loaded when it is first needed. */

/** What every page says. */
export const CATALOGUES = {
  en: async () => (await import('./en.ts')).en,
  de: async () => (await import('./de.ts')).de,
} as const
export type Language = keyof typeof CATALOGUES

/** What only some pages say, loaded with the first of them. */
export const PART_CATALOGUES = {
  administration: {
    en: async () => (await import('./administration-en.ts')).administrationEn,
    de: async () => (await import('./administration-de.ts')).administrationDe,
  },
  assistant: {
    en: async () => (await import('./assistant-en.ts')).assistantEn,
    de: async () => (await import('./assistant-de.ts')).assistantDe,
  },
  bills: {
    en: async () => (await import('./bills-en.ts')).billsEn,
    de: async () => (await import('./bills-de.ts')).billsDe,
  },
  connections: {
    en: async () => (await import('./connections-en.ts')).connectionsEn,
    de: async () => (await import('./connections-de.ts')).connectionsDe,
  },
  faults: {
    en: async () => (await import('./faults-en.ts')).faultsEn,
    de: async () => (await import('./faults-de.ts')).faultsDe,
  },
  importReasons: {
    en: async () => (await import('./import-reasons-en.ts')).importReasonsEn,
    de: async () => (await import('./import-reasons-de.ts')).importReasonsDe,
  },
  money: {
    en: async () => (await import('./money-en.ts')).moneyEn,
    de: async () => (await import('./money-de.ts')).moneyDe,
  },
  pricePlans: {
    en: async () => (await import('./price-plans-en.ts')).pricePlansEn,
    de: async () => (await import('./price-plans-de.ts')).pricePlansDe,
  },
  refusals: {
    en: async () => (await import('./refusals-en.ts')).refusalsEn,
    de: async () => (await import('./refusals-de.ts')).refusalsDe,
  },
} as const
export type TextPart = keyof typeof PART_CATALOGUES

type TextsOf<Load extends () => Promise<object>> = Awaited<ReturnType<Load>>
type PartsTogether = {
  [Part in TextPart]: (texts: TextsOf<(typeof PART_CATALOGUES)[Part]['en']>) => void
}[TextPart] extends (texts: infer Together) => void
  ? Together
  : never

/** All texts in English: what there is to be said, and in every other language the same. */
export type AllTexts = TextsOf<(typeof CATALOGUES)['en']> & PartsTogether
