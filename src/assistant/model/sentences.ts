/** Cuts what comes word by word into sentences, each as soon as it is certain that it has ended. */

/** An end, marks of sources that belong before it, and the beginning of what comes next. */
const END = /([.!?…]["”“’')]*)((?:\s*\[[^\]\n]{1,20}\])*)(\s+)(?=[^\s[])|\n+/gu

const SHORT =
  /(?:\b(?:e\.g|i\.e|z\. ?B|d\. ?h|bzw|ca|approx|no|nr|vs|St|Dr|Mr|Ms|Mrs|inkl|incl)|(?<!\d)\b\p{L})$/iu
const MONTH_NEXT = /^\s+(?:Jan|Feb|M[aä]r|Apr|Ma[iy]|Jun|Jul|Aug|Sep|O[ck]t|Nov|De[cz])/u

export interface Cutter {
  /** @returns sentences that have ended by it */
  add(text: string): readonly string[]
  /** @returns what is left */
  end(): readonly string[]
  /** Forgets what has not ended. */
  clear(): void
}

export function cutter(): Cutter {
  let rest = ''
  return {
    add(text) {
      rest += text
      const { sentences, left } = cut(rest)
      rest = left
      return sentences
    },
    end() {
      const last = rest.trim()
      rest = ''
      return last === '' ? [] : [last]
    },
    clear() {
      rest = ''
    },
  }
}

function cut(text: string): { readonly sentences: readonly string[]; readonly left: string } {
  const sentences: string[] = []
  let from = 0
  for (const match of text.matchAll(END)) {
    const [, mark = '', sources = ''] = match
    const before = text.slice(from, match.index)
    const after = text.slice(match.index + mark.length)
    if (mark === '.' && SHORT.test(before)) continue
    // the day of a German date; what follows must be there whole to tell
    if (mark === '.' && /\d$/.test(before) && (MONTH_NEXT.test(after) || after.trimStart().length < 3)) {
      if (!MONTH_NEXT.test(after)) break
      continue
    }
    const sentence = `${before}${mark}${sources}`.trim()
    if (sentence !== '') sentences.push(sentence)
    from = match.index + match[0].length
  }
  return { sentences, left: text.slice(from) }
}
