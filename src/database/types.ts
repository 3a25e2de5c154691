/**
 * From PostgreSQL's text form to JavaScript values, the same for every engine. The table is local to
 * our connections: the process-wide one of `pg` stays as it is.
 */
type Parse = (text: string) => unknown

const asText: Parse = (text) => text

const OID = {
  bool: 16,
  bytea: 17,
  int8: 20,
  int2: 21,
  int4: 23,
  oid: 26,
  json: 114,
  float4: 700,
  float8: 701,
  timestamptz: 1184,
  jsonb: 3802,
} as const

/** Array types whose elements never need quotes, and the others; both by their element's parser. */
const ARRAY_ELEMENTS: Readonly<Record<number, number>> = {
  199: OID.json,
  1000: OID.bool,
  1001: OID.bytea,
  1002: 0, // "char"
  1003: 0, // name
  1005: OID.int2,
  1007: OID.int4,
  1009: 0, // text
  1014: 0, // char(n)
  1015: 0, // varchar
  1016: OID.int8,
  1021: OID.float4,
  1022: OID.float8,
  1028: OID.oid,
  1182: 0, // date
  1185: OID.timestamptz,
  1231: 0, // numeric
  2951: 0, // uuid
  3807: OID.jsonb,
}

const SCALARS: Readonly<Record<number, Parse>> = {
  [OID.bool]: (text) => text === 't',
  [OID.bytea]: (text) => Buffer.from(text.slice(2), 'hex'),
  [OID.int2]: Number,
  [OID.int4]: Number,
  [OID.oid]: Number,
  [OID.float4]: Number,
  [OID.float8]: Number,
  [OID.int8]: parseInt8,
  [OID.json]: (text) => JSON.parse(text),
  [OID.jsonb]: (text) => JSON.parse(text),
  [OID.timestamptz]: parseInstant,
}

/** Parsers in the shape that `pg` asks for. Types that are not listed stay text. */
export const TYPE_PARSERS = {
  getTypeParser(oid: number): Parse {
    const element = ARRAY_ELEMENTS[oid]
    if (element === undefined) return SCALARS[oid] ?? asText
    const parse = SCALARS[element] ?? asText
    return (text) => parseArray(text, parse)
  },
}

/** A bigint as a number: every number of ours fits, and a silent rounding would be a wrong bill. */
export function parseInt8(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`The bigint ${text} does not fit a number.`)
  return value
}

const INSTANT =
  /^(\d+)-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d+))?([+-])(\d\d)(?::(\d\d))?(?::(\d\d))?( BC)?$/

/** A timestamptz as a Date (to the millisecond), its two infinities as numbers. */
export function parseInstant(text: string): Date | number {
  if (text === 'infinity') return Number.POSITIVE_INFINITY
  if (text === '-infinity') return Number.NEGATIVE_INFINITY
  if (text.charCodeAt(4) === 45 && text.endsWith('+00')) {
    return new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`)
  }
  const parts = INSTANT.exec(text)
  if (!parts) throw new RangeError(`Not an instant: ${text}`)
  const [, year, month, day, hour, minute, second, fraction = ''] = parts.map((part) => part ?? '')
  const [sign, offsetHours, offsetMinutes, offsetSeconds, era] = parts.slice(8)
  const date = new Date(0)
  date.setUTCFullYear(era ? 1 - Number(year) : Number(year), Number(month) - 1, Number(day))
  date.setUTCHours(Number(hour), Number(minute), Number(second), Number(fraction.padEnd(3, '0').slice(0, 3)))
  const offset = Number(offsetHours) * 3600 + Number(offsetMinutes ?? 0) * 60 + Number(offsetSeconds ?? 0)
  return new Date(date.getTime() + (sign === '-' ? offset : -offset) * 1000)
}

/** An array literal such as `{1,NULL,"a \"b\"",{2,3}}`. */
export function parseArray(text: string, parse: Parse): unknown[] {
  if (text === '{}') return []
  // Frozen lists are arrays of 20,000 numbers: without quotes and nesting a split is enough.
  if (!/["\\{[]/.test(text.slice(1)))
    return text
      .slice(1, -1)
      .split(',')
      .map((item) => parseItem(item, parse))
  return new ArrayReader(text, parse).read()
}

function parseItem(item: string, parse: Parse): unknown {
  return item === 'NULL' ? null : parse(item)
}

class ArrayReader {
  readonly #text: string
  readonly #parse: Parse
  #at: number

  constructor(text: string, parse: Parse) {
    this.#text = text
    this.#parse = parse
    this.#at = text.indexOf('{') // bounds such as `[0:2]=` may stand before it
  }

  read(): unknown[] {
    const items: unknown[] = []
    this.#at++
    while (this.#text[this.#at] !== '}') {
      if (this.#text[this.#at] === ',') this.#at++
      if (this.#text[this.#at] === '{') items.push(this.read())
      else if (this.#text[this.#at] === '"') items.push(this.#parse(this.#quoted()))
      else items.push(parseItem(this.#plain(), this.#parse))
    }
    this.#at++
    return items
  }

  #plain(): string {
    const start = this.#at
    while (this.#text[this.#at] !== ',' && this.#text[this.#at] !== '}') this.#at++
    return this.#text.slice(start, this.#at)
  }

  #quoted(): string {
    let value = ''
    for (this.#at++; this.#text[this.#at] !== '"'; this.#at++) {
      if (this.#text[this.#at] === '\\') this.#at++
      value += this.#text[this.#at]
    }
    this.#at++
    return value
  }
}
