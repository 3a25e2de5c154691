/** `15 Dec 2026` by the clock of a time zone, as a language writes it. */
export function daysIn(locale: string): (instant: Date, zone: string) => string {
  const formats = new Map<string, Intl.DateTimeFormat>()
  return (instant, timeZone) => {
    let format = formats.get(timeZone)
    if (format === undefined) {
      format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone })
      formats.set(timeZone, format)
    }
    return format.format(instant)
  }
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** For the middle of a sentence, without its full stop. */
export function inner(sentence: string): string {
  return (sentence.charAt(0).toLowerCase() + sentence.slice(1)).replace(/\.$/, '')
}

/** `a, b and c`, with the language’s own “and”. */
export function listing(and: string): (phrases: readonly string[]) => string {
  return (phrases) =>
    phrases.length < 2
      ? phrases.join('')
      : `${phrases.slice(0, -1).join(', ')} ${and} ${phrases[phrases.length - 1]}`
}
