/** Numbers and days in a text, whoever wrote it: what the check of a model's sentence must find a source for. */

export interface NumberSaid {
  readonly text: string
  readonly at: number
  /** What it may mean, as plain decimals: 1.234 is one number in English and another in German. */
  readonly readings: readonly string[]
}

export interface DaySaid {
  readonly text: string
  readonly at: number
  readonly year: number | null
  readonly month: number
  readonly day: number | null
}

const MONTHS =
  'jan(?:uary|uar)?|feb(?:ruary|ruar)?|m(?:ar(?:ch)?|ärz|aerz)|apr(?:il)?|ma[yi]|jun[ei]?|jul[yi]?|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?'
const MONTH_STARTS = ['jan', 'feb', 'm', 'apr', 'ma', 'jun', 'jul', 'aug', 'sep', 'o', 'nov', 'de']

const DAYS: readonly RegExp[] = [
  /(?<year>\d{4})-(?<month>\d{2})(?:-(?<day>\d{2}))?(?:T[\d:.]+Z?)?(?!\d)/dgu,
  new RegExp(
    String.raw`\b(?<day>\d{1,2})(?:st|nd|rd|th|\.)?\s+(?<word>${MONTHS})\b\.?(?:,?\s+(?<year>\d{4})\b)?`,
    'dgiu',
  ),
  new RegExp(
    String.raw`\b(?<word>${MONTHS})\b\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?<year>\d{4})\b)?`,
    'dgiu',
  ),
  new RegExp(String.raw`\b(?<word>${MONTHS})\b\.?\s+(?<year>\d{4})\b`, 'dgiu'),
  /(?<!\d)(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4})(?!\d)/dgu,
]

/** Days and months, the longest reading of each place. */
export function readDays(text: string): readonly DaySaid[] {
  const found: DaySaid[] = []
  for (const pattern of DAYS) {
    for (const match of text.matchAll(pattern)) {
      const { year, month, day, word } = match.groups ?? {}
      const isRead = found.some(
        ({ at, text: said }) => match.index < at + said.length && at < match.index + match[0].length,
      )
      if (isRead) continue
      found.push({
        text: match[0],
        at: match.index,
        year: year === undefined ? null : Number(year),
        month: word === undefined ? Number(month) : monthNumber(word),
        day: day === undefined ? null : Number(day),
      })
    }
  }
  return found
}

/** Months that are named, with a day or without. */
export function monthsIn(text: string): readonly number[] {
  return [...text.matchAll(new RegExp(String.raw`\b(${MONTHS})\b`, 'giu'))]
    .filter(([word]) => /^\p{Lu}/u.test(word))
    .map(([word]) => monthNumber(word))
}

function monthNumber(word: string): number {
  const lower = word.toLowerCase()
  if (/^ma[yi]$/.test(lower)) return 5
  return MONTH_STARTS.findIndex((start) => lower.startsWith(start)) + 1
}

const DIGITS = /[-−]?\d(?:[\d.,'’\u00a0\u202f]*\d)?/gu

/** Every number, in digits or in words; digits of other scripts have no reading, so that nothing vouches for them. */
export function readNumbers(text: string): readonly NumberSaid[] {
  const inDigits = [...text.matchAll(DIGITS)].map((match) => ({
    text: match[0].replace('−', '-'),
    at: match.index,
    readings: isWhole(text, match) ? readingsOf(match[0]) : [],
  }))
  const strange = [...text.matchAll(/(?![0-9])\p{N}+/gu)].map((match) => ({
    text: match[0],
    at: match.index,
    readings: [],
  }))
  return [...inDigits, ...strange, ...numberWords(text), ...counted(text)].sort((a, b) => a.at - b.at)
}

/** Not 4k, 2x or 1/3, whose digits alone say something else. */
function isWhole(text: string, { 0: said, index }: RegExpExecArray): boolean {
  const after = text.slice(index + said.length)
  return (
    !/^(?:k|m|bn|x|mio|tsd|e\d)\b|^\s?[/⁄÷]\s?\d/iu.test(after) &&
    !/\d\s?[/⁄÷]\s?$/u.test(text.slice(0, index))
  )
}

const PEOPLE = String.raw`(?:(?:active|aktiven?|more|other) )?(?:users?|customers?|members?|contacts?|people|persons?|nutzer|kund(?:en?|in)|mitglied(?:er)?|personen?)\b`
/** *No active users*, *nobody*, *one customer*: a number where people are counted, and grammar elsewhere. */
const COUNTED: readonly (readonly [RegExp, string | null])[] = [
  [new RegExp(String.raw`\b(?:no|zero|keine?n?) (?=${PEOPLE})`, 'giu'), '0'],
  [/\b(?:nobody|no one|none|niemand|keiner)\b/giu, '0'],
  [new RegExp(String.raw`\b(?:one|a single|eine? einzige[rn]?) (?=${PEOPLE})`, 'giu'), '1'],
  [
    /\b(?:a|one|two|three|ein|zwei|drei) (?:thirds?|quarters?|fifths?|tenths?|drittel|viertel|fünftel|zehntel) (?=of\b|der\b|aller\b)/giu,
    null,
  ],
]

function counted(text: string): NumberSaid[] {
  return COUNTED.flatMap(([pattern, value]) =>
    [...text.matchAll(pattern)].map((match) => ({
      text: match[0].trim(),
      at: match.index,
      readings: value === null ? [] : [value],
    })),
  )
}

/** A hyphen before digits may as well be one. */
function readingsOf(said: string): readonly string[] {
  const bare = said.replace(/^[-−]/, '').replace(/['’\u00a0\u202f]/gu, '')
  const marks = bare.match(/[.,]/g) ?? []
  const last = marks.at(-1)
  const asDecimal = last === undefined ? bare : decimal(bare, last)
  const isGrouped = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/.test(bare)
  const found = new Set(isGrouped ? [asDecimal, plainDecimal(bare.replace(/[.,]/g, ''))] : [asDecimal])
  return [...found].filter((one): one is string => one !== null)
}

function decimal(text: string, mark: string): string | null {
  const at = text.lastIndexOf(mark)
  const whole = text.slice(0, at).replace(/[.,]/g, '')
  return plainDecimal(`${whole}.${text.slice(at + 1)}`)
}

/** One spelling for each value: 30, 30.0 and 030 are the same. */
export function plainDecimal(text: string): string | null {
  const [, whole, part = ''] = /^-?(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  if (whole === undefined) return null
  const short = part.replace(/0+$/, '')
  const start = whole.replace(/^0+(?=\d)/, '')
  return short === '' ? start : `${start}.${short}`
}

const SMALL: Readonly<Record<string, number>> = numbered(
  'zero . two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  'null . zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
)
const TENS: Readonly<Record<string, number>> = numbered(
  '. . twenty thirty forty fifty sixty seventy eighty ninety',
  '. . zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig',
)
const LARGE: Readonly<Record<string, number>> = {
  ...{ hundred: 100, hundert: 100, thousand: 1000, tausend: 1000, million: 1_000_000, millionen: 1_000_000 },
}
/** Shares and multiples, which nothing that is looked up tells. */
const VAGUE =
  /^(dozens?|couple|handful|majority|half|halved|doubled?|twice|tripled?|thrice|quadrupled?|mehrheit|handvoll|verdoppelt|halbiert|hundreds|thousands|millions|dutzend|hälfte|halb|doppelt|zweimal|dreimal)$/

function numbered(...lists: readonly string[]): Record<string, number> {
  const entries = lists.flatMap((list) => list.split(' ').map((word, value) => [word, value] as const))
  return Object.fromEntries(entries.filter(([word]) => word !== '.'))
}

function numberWords(text: string): NumberSaid[] {
  const found: NumberSaid[] = []
  const runs = text.matchAll(/\p{L}+(?:[ -](?:and )?\p{L}+)*/gu)
  for (const run of runs) {
    let value: number | null = null
    let start = 0
    let end = 0
    const close = () => {
      if (value !== null) found.push(asNumber(text, start, end, [String(value)]))
      value = null
    }
    for (const word of run[0].matchAll(/\p{L}+/gu)) {
      const lower = word[0].toLowerCase()
      const at = run.index + word.index
      const worth = germanNumber(lower) ?? SMALL[lower] ?? TENS[lower]
      const times = LARGE[lower]
      if (VAGUE.test(lower)) {
        close()
        found.push(asNumber(text, at, at + lower.length, []))
      } else if (worth !== undefined || times !== undefined) {
        if (value === null) start = at
        value = times === undefined ? (value ?? 0) + (worth ?? 0) : (value ?? 1) * times
        end = at + lower.length
      } else if (lower !== 'and') close()
    }
    close()
  }
  return found
}

function asNumber(text: string, from: number, until: number, readings: readonly string[]): NumberSaid {
  return { text: text.slice(from, until), at: from, readings }
}

/** Zweiundvierzig, dreihundert. */
function germanNumber(word: string): number | undefined {
  const [, ones, tens] =
    /^(ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und(.+zig|dreißig)$/.exec(word) ?? []
  if (ones !== undefined) return (ones === 'ein' ? 1 : (SMALL[ones] ?? 0)) + (TENS[tens ?? ''] ?? 0)
  const [, many, large, rest] = /^(.*)(hundert|tausend)(.*)$/.exec(word) ?? []
  if (large === undefined || (many === '' && rest === '')) return undefined
  const first =
    many === '' || many === 'ein' ? 1 : (germanNumber(many ?? '') ?? SMALL[many ?? ''] ?? TENS[many ?? ''])
  const last = rest === '' ? 0 : (germanNumber(rest ?? '') ?? SMALL[rest ?? ''] ?? TENS[rest ?? ''])
  return first === undefined || last === undefined ? undefined : first * (LARGE[large] ?? 1) + last
}
