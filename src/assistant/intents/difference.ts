/** Why one number differs from another: which invoice or month is meant, and what is said of it. */
import type { Part } from '#assistant/answer'
import {
  type Asking,
  locationText,
  networkText,
  type Reply,
  say,
  whichLocation,
} from '#assistant/intents/asking'
import { byInvoice } from '#assistant/intents/difference-by-invoice'
import { byMonth } from '#assistant/intents/difference-by-month'
import { passagesAt } from '#assistant/intents/rules'
import { plain } from '#assistant/say'
import { invoiceNumbersSaid } from '#assistant/understanding/invoice-numbers'
import type { PlaceKnown } from '#assistant/understanding/places'
import { HeadcountError } from '#errors'
import type { PlatformInvoiceListed } from '#services/platform-invoices/read'

/** An invoice or a month against now: by reasons where the invoice was issued here, else by sources. */
export async function answerDifference(asking: Asking): Promise<Reply> {
  const { locations, language } = asking
  const numbers = invoiceNumbersSaid(asking.understood.question.text)
  const [number] = numbers
  if (number !== undefined) return differenceOf(asking, number, numbers[1])
  const [place] = locations
  if (place === undefined || locations.length > 1) return whichLocation(asking)
  const invoice = await invoiceMeant(asking, place)
  const parts = invoice === null ? await byMonth(asking, place) : await byInvoice(asking, place, invoice)
  const passages = aboutDifferences(asking)
  return {
    parts:
      parts.length === 0
        ? [
            plain(
              say(language, 'There is nothing to compare with yet.', 'Es gibt noch nichts zum Vergleichen.'),
            ),
            passages,
          ]
        : [...parts, passages],
  }
}

function aboutDifferences(asking: Asking): Part {
  return passagesAt(
    asking,
    'why-is-an-invoice-higher-than-the-panel#the-usual-reason',
    'why-is-an-invoice-higher-than-the-panel#the-figures-add-up',
  )
}

/** One invoice, named by its number, wherever the asker sees it. */
async function differenceOf(asking: Asking, number: number, against: number | undefined): Promise<Reply> {
  const { understood, language } = asking
  for (const place of new Set([...asking.locations, ...understood.places])) {
    const found = (await invoicesOf(asking, place)).find((one) => one.number === number)
    if (found !== undefined)
      return { parts: [...(await byInvoice(asking, place, found, against)), aboutDifferences(asking)] }
  }
  const text = say(
    language,
    'There is no platform invoice of this number that you may see.',
    'Es gibt keine Plattformrechnung mit dieser Nummer, die Sie sehen dürfen.',
  )
  return { parts: [plain(text)], isAnswered: false }
}

/** The invoice of the month that was named, by its cut-off in it or by the window that it ended; else the newest. */
async function invoiceMeant(asking: Asking, place: PlaceKnown): Promise<PlatformInvoiceListed | null> {
  const { time } = asking.understood
  const invoices = await invoicesOf(asking, place)
  if (time === null || time.kind === 'now') return invoices[0] ?? null
  return invoices.find(({ cutOffAt }) => time.month !== undefined && cutOffAt.startsWith(time.month)) ?? null
}

/** Those that stand, the newest first; none where the asker may not see them. */
async function invoicesOf({ verbs }: Asking, place: PlaceKnown): Promise<readonly PlatformInvoiceListed[]> {
  const page = await verbs
    .listPlatformInvoices({ network: networkText(place), location: locationText(place), limit: 100 })
    .catch((error: unknown) => {
      if (error instanceof HeadcountError && error.code === 'FORBIDDEN') return null
      throw error
    })
  return (page?.items ?? []).filter((one) => one.kind === 'invoice' && !one.isVoid)
}
