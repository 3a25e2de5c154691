// The articles: whole, linked to what is there, and saying what the product does.
import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import type { CliContext } from '#cli/context'
import { makeProgram } from '#cli/program'
import { SETTINGS } from '#config'
import { DEFAULT_RULE_SET, SOURCE_RULES } from '#counting/rules'
import { findArticle, listArticles } from '#services/help/articles'
import { fillArticle } from '../../scripts/help/fill-article.ts'
import { scenariosWith } from '../../scripts/help/scenarios.ts'
import { PASSAGES } from '../../web/src/components/help-passages.ts'

const articles = listArticles()
const has = (slug: string, anchor: string) =>
  findArticle(slug)?.sections.some((section) => section.anchor === anchor) === true

describe.each(articles)('$slug', ({ slug, summary, updatedOn, sections, markdown, html, ...rest }) => {
  test('has a summary of two sentences, a date, and headings with anchors of their own', () => {
    expect(summary.match(/[.!?](?= [A-Z]|$)/g)).toHaveLength(2)
    expect(updatedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(rest.minutes).toBeGreaterThan(0)
    const anchors = sections.map(({ anchor }) => anchor)
    expect(new Set(anchors).size).toBe(anchors.length)
    expect(anchors[0]).toBe('top')
    for (const anchor of anchors.slice(1)) expect(html).toContain(`id="${anchor}"`)
    expect(sections.slice(1).filter(({ text }) => text === '').length, 'headings without a text').toBe(0)
  })

  test('leads only to what is there', () => {
    const links = [...html.matchAll(/<a (?:class="permalink" )?href="([^"]+)"/g)].map(
      ([, href]) => href ?? '',
    )
    for (const link of links) {
      const [path = '', anchor = 'top'] = link.split('#')
      expect([link, has(path === '' ? slug : path.replace('/help/', ''), anchor)]).toEqual([link, true])
    }
    for (const other of rest.related) expect([other, findArticle(other) !== null]).toEqual([other, true])
    expect(rest.related).not.toContain(slug)
  })

  test('has tables that are fresh, and no marks of them', () => {
    const path = `help/${slug}.md`
    const text = readFileSync(path, 'utf8')
    expect(fillArticle(path, text)).toBe(text)
    expect(markdown).not.toContain('<!--')
    expect(html).not.toMatch(/<script|<!--|\son\w+=/)
  })

  test('names only commands and options that there are', () => {
    const lines = [...markdown.matchAll(/^(?:headcount .+)$/gm)].map(([line]) => line)
    for (const line of lines) expect([line, unknownIn(line)]).toEqual([line, []])
    const named = [...markdown.matchAll(/HEADCOUNT_[A-Z_]+/g)].map(String)
    const known: string[] = Object.values(SETTINGS).map(({ variable }) => variable)
    expect(named.filter((name) => !known.includes(name))).toEqual([])
  })
})

test('they stand in one order, each beside its neighbours', () => {
  expect(articles.map(({ previous }) => previous)).toEqual([
    null,
    ...articles.slice(0, -1).map(({ slug }) => slug),
  ])
  expect(articles.map(({ next }) => next)).toEqual([...articles.slice(1).map(({ slug }) => slug), null])
})

test('every link of the panel into the help leads to a passage', () => {
  for (const [name, [slug, anchor]] of Object.entries(PASSAGES)) {
    expect([name, has(slug, anchor)]).toEqual([name, true])
  }
})

test('the help states each rule in the words of the rules', () => {
  const count = findArticle('active-users-count')?.markdown
  for (const { sentence } of SOURCE_RULES) expect(count).toContain(sentence)
  const who = findArticle('who-is-considered-an-active-user')?.markdown ?? ''
  for (const { kind, meaning } of DEFAULT_RULE_SET.kinds) {
    expect(who).toMatch(new RegExp(`\\| \`${kind}\` \\|.*${meaning.slice(1)}`))
  }
})

test('every published scenario stands in the help, with the answer that its sentence gives', () => {
  const scenarios = scenariosWith('')
  expect(scenarios).toHaveLength(23)
  for (const { title, places } of scenarios) {
    expect([title, places > 0]).toEqual([
      title,
      !title.includes('does not count') && !title.includes('no record'),
    ])
  }
})

/** Parts of a line of the command line that the program does not know. */
function unknownIn(line: string): string[] {
  const words =
    line
      .replace(/"[^"]*"/g, 'x')
      .split(/ [|>] /)[0]
      ?.split(' ')
      .slice(1) ?? []
  let command: Command = makeProgram({ terminal: {}, version: '' } as CliContext, () => undefined)
  const unknown: string[] = []
  for (const [at, word] of words.entries()) {
    const child = command.commands.find((one) => one.name() === word)
    if (child !== undefined) command = child
    else if (word.startsWith('--') && !command.options.some(({ long }) => long === word)) unknown.push(word)
    else if (at === 0 && word !== 'help') unknown.push(word)
  }
  return unknown
}
