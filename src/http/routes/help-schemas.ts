/** Shapes of the help centre. */
import { z } from 'zod'
import { Instant, listOf } from '#http/schemas'
import { DOORS } from '#model/access'
import { MISS_KINDS } from '#services/help/note-miss'

export const Slug = z
  .string()
  .min(1)
  .max(100)
  .meta({ description: 'Name of an article in its address.', examples: ['active-users-count'] })

export const ArticleTitle = z
  .object({
    slug: z.string(),
    title: z.string(),
    summary: z.string(),
    updatedOn: z.iso.date(),
    minutes: z.int().describe('To read.'),
  })
  .meta({ id: 'ArticleTitle' })

const Section = z.object({
  anchor: z.string(),
  heading: z.string(),
  level: z.int().describe('1 for the article itself, 2 and 3 for its headings.'),
})

export const ArticleText = ArticleTitle.extend({
  related: listOf(z.string()).describe('Slugs.'),
  previous: z.string().nullable().describe('Slug.'),
  next: z.string().nullable().describe('Slug.'),
  sections: listOf(Section),
  markdown: z.string(),
  html: z.string().describe('Without the title. Headings carry their anchors as ids.'),
}).meta({ id: 'Article' })

export const Passage = z
  .object({
    slug: z.string(),
    title: z.string(),
    anchor: z.string(),
    heading: z.string(),
    text: z.string(),
  })
  .meta({ id: 'Passage' })

export const Feedback = z
  .object({ isHelpful: z.boolean(), comment: z.string().nullable() })
  .meta({ id: 'Feedback' })

const Tally = { helpful: z.int(), notHelpful: z.int() }
const Months = listOf(z.object({ month: z.string(), ...Tally })).describe('The last twelve, in UTC.')

export const HelpReport = z
  .object({
    articles: listOf(z.object({ slug: z.string(), title: z.string(), ...Tally, months: Months })),
    months: Months,
    comments: listOf(
      z.object({ slug: z.string(), isHelpful: z.boolean(), comment: z.string(), changedAt: Instant }),
    ),
    misses: listOf(
      z.object({
        kind: z.enum(MISS_KINDS),
        door: z.enum(DOORS),
        asked: z.string(),
        times: z.int(),
        lastAt: Instant,
      }),
    ),
  })
  .meta({ id: 'HelpReport' })
