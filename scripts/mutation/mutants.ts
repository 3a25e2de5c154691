/** The mutants: every place where a rule could be got wrong, changed once. */
import { readFileSync } from 'node:fs'

export interface Mutant {
  readonly file: string
  readonly line: number
  readonly what: string
  /** The whole file with the change in it. */
  readonly text: string
}

interface Operator {
  readonly find: RegExp
  readonly replace: string
  readonly what: string
}

/** What is looked for, and what stands there instead. Wording, types and comments are left alone. */
const OPERATORS: readonly Operator[] = [
  { find: / >= /g, replace: ' > ', what: '>= to >' },
  { find: / <= /g, replace: ' < ', what: '<= to <' },
  { find: / > (?!0\b)/g, replace: ' >= ', what: '> to >=' },
  { find: / < /g, replace: ' <= ', what: '< to <=' },
  { find: / > 0\b/g, replace: ' = 0', what: '> 0 to = 0' },
  { find: /\bgreatest\(/g, replace: 'least(', what: 'greatest to least' },
  { find: /\bleast\(/g, replace: 'greatest(', what: 'least to greatest' },
  { find: /\bmin\(/g, replace: 'max(', what: 'min to max' },
  { find: /\bmax\(/g, replace: 'min(', what: 'max to min' },
  { find: /\bbit_or\(/g, replace: 'bit_and(', what: 'bit_or to bit_and' },
  { find: /\bceil\(/g, replace: 'floor(', what: 'ceil to floor' },
  { find: /\bfloor\(/g, replace: 'ceil(', what: 'floor to ceil' },
  { find: /\+ 1\b/g, replace: '+ 0', what: '+ 1 to + 0' },
  { find: /\* 12\b/g, replace: '* 11', what: '* 12 to * 11' },
  { find: /\* 7\b/g, replace: '* 6', what: '* 7 to * 6' },
  { find: /\bunion all\b/g, replace: 'except', what: 'union all to except' },
  { find: /^(\s+)and [^\n`]*$/gm, replace: '$1', what: 'a condition left out' },
  { find: / & ~/g, replace: ' | ~', what: '& ~ to | ~' },
  { find: / !== 'team'/g, replace: " === 'team'", what: '!== to ===' },
  { find: /, 'counts',/g, replace: ", 'does not count',", what: 'a kind no longer counts' },
  { find: /, 'disputable',/g, replace: ", 'does not count',", what: 'a disputable kind no longer counts' },
  { find: /, 'does not count',/g, replace: ", 'counts',", what: 'a silent kind counts' },
  {
    find: /isSilencedBySuspension: true/g,
    replace: 'isSilencedBySuspension: false',
    what: 'suspension silences nothing',
  },
  {
    find: /isSilencedBySuspension: false/g,
    replace: 'isSilencedBySuspension: true',
    what: 'suspension silences a source',
  },
  { find: /lasts: 'window'/g, replace: "lasts: 'standing'", what: 'a window source stands' },
  { find: /lasts: 'standing'/g, replace: "lasts: 'window'", what: 'a standing source is forgotten' },
  { find: /'infinity'/g, replace: "'-infinity'", what: 'infinity to -infinity' },
  { find: / is true\b/g, replace: ' is false', what: 'is true to is false' },
  {
    find: /order by i\.cut_off_at desc/g,
    replace: 'order by i.cut_off_at',
    what: 'the first window, not the last',
  },
]

/** Decisions of the explanation that stand in TypeScript, not in SQL. */
const DECISIONS: readonly Operator[] = [
  { find: / && /g, replace: ' || ', what: '&& to ||' },
  { find: / \|\| /g, replace: ' && ', what: '|| to &&' },
  { find: / === /g, replace: ' !== ', what: '=== to !==' },
  { find: / !== /g, replace: ' === ', what: '!== to ===' },
]

interface Equivalent {
  readonly file: string
  /** Found in the changed line. */
  readonly line: string
  readonly what: readonly string[]
  readonly why: string
}

/** Changes that nobody could see in an answer. They are not made. */
const EQUIVALENT: readonly Equivalent[] = [
  ...['f.network_id', 'c.network_id', 'r.network_id'].map((column) => ({
    file: 'src/counting/evidence-statements.ts',
    line: `and ${column} = `,
    what: ['a condition left out'],
    why: 'numbers of locations differ over all networks; the condition is for an index and a cluster',
  })),
  {
    file: 'src/counting/evidence-statements.ts',
    line: 'and f.kind = any (',
    what: ['a condition left out'],
    why: 'every kind is named, so that the index can be used',
  },
  ...['c.customer_id', 'r.customer_id'].map((column) => ({
    file: 'src/counting/evidence-statements.ts',
    line: `and ${column} = any (`,
    what: ['a condition left out'],
    why: 'the explanation looks at the records of each customer by himself; this only reads fewer',
  })),
  ...['r.renews_until > ', 'r.renews_from < '].map((condition) => ({
    file: 'src/counting/finders.ts',
    line: `and ${condition}`,
    what: ['a condition left out', '> to >=', '< to <='],
    why: 'follows from the condition on the renewal itself; it spares working out most of them',
  })),
  {
    file: 'src/counting/active-users.ts',
    line: "isInTeam('own')",
    what: ['a condition left out'],
    why: 'whoever pays in a team here has the bit; the condition spares comparing all others',
  },
  {
    file: 'src/counting/list.ts',
    line: 'where (select count(*) from of_near) < ',
    what: ['< to <='],
    why: 'it spares looking further; whoever is found there without need is cut off by the limit',
  },
  {
    file: 'src/counting/list.ts',
    line: 'and (matching.customer_id in (select far.customer_id from far)) is true',
    what: ['a condition left out'],
    why: 'the join asks the same; it keeps the planner from a nested loop',
  },
  {
    file: 'src/counting/row-details.ts',
    line: 'and c.customer_id = who.customer_id',
    what: ['a condition left out'],
    why: 'contracts of others are read, and sifted by whose they are in the next step',
  },
  {
    file: 'src/counting/row-details.ts',
    line: '(e.customer_id in (select asked.customer_id from asked))',
    what: ['a condition left out'],
    why: 'what is read of others is told of nobody, since the answer is joined to those who are asked about',
  },
  {
    file: 'src/services/active-users/own-evidence.ts',
    line: 'const before = lookBackTo < windowFrom',
    what: ['< to <='],
    why: 'no renewal lies in a window that ends where it begins',
  },
]

export function mutantsOf(file: string): Mutant[] {
  const source = readFileSync(file, 'utf8')
  const operators = file.startsWith('src/services/') ? [...OPERATORS, ...DECISIONS] : OPERATORS
  return operators
    .flatMap((operator) => mutantsBy(operator, file, source))
    .filter((mutant) => !isEquivalent(mutant, source))
}

function mutantsBy({ find, replace, what }: Operator, file: string, source: string): Mutant[] {
  return [...source.matchAll(find)]
    .map((match) => ({ match, at: match.index + match[0].search(/\S/) }))
    .filter(({ at }) => isCode(source, at))
    .map(({ match, at }) => ({
      file,
      line: source.slice(0, at).split('\n').length,
      what,
      text:
        source.slice(0, match.index) +
        match[0].replace(new RegExp(find.source, find.flags.replace('g', '')), replace) +
        source.slice(match.index + match[0].length),
    }))
}

function isCode(source: string, index: number): boolean {
  const line = source.slice(source.lastIndexOf('\n', index) + 1, source.indexOf('\n', index))
  return !/^\s*(\*|\/\*|\/\/|import|export type|readonly|type |interface )/.test(line)
}

function isEquivalent({ file, line, what }: Mutant, source: string): boolean {
  const text = source.split('\n')[line - 1] ?? ''
  return EQUIVALENT.some((one) => one.file === file && one.what.includes(what) && text.includes(one.line))
}
