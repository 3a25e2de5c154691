/**
 * Who does what in the demo. The customers of a location are dealt roles from shuffled decks of 60, so that
 * every location with a full deck has somebody for each source, for each "only by this source" and for each
 * reason not to count, and no random draw can leave one of them out.
 */
import type { DemoLocation } from '#demo/locations'
import { Random, type Stream } from '#demo/random'

/** Cards of each role in a deck. The first thirteen make active users, the rest do not (mostly). */
const DECK = {
  paid_member: 3,
  free_member: 1,
  future_member: 1,
  ending_member: 1,
  renewed_member: 1,
  frozen_member: 1,
  /** One a team: each deck has two teams, the first with merged billing. */
  team_payer: 2,
  /** Idle themselves; the first three belong to the first team. */
  team_mate: 5,
  booker: 2,
  tentative_booker: 1,
  suspended_booker: 1,
  shopper: 2,
  product_holder: 2,
  left_member: 3,
  leaving_member: 1,
  suspended_member: 2,
  past_booker: 6,
  past_shopper: 2,
  former_product_holder: 1,
  one_off_buyer: 1,
  /** Has a customer invoice of a kind that does not count. */
  uncounted_invoice: 2,
  cancelled_booker: 1,
  archived_customer: 2,
  contact: 16,
} as const satisfies Record<string, number>
export type Role = keyof typeof DECK

interface Card {
  readonly role: Role
  /** Which of the cards of its role in the deck, from 0. */
  readonly slot: number
}

const CARDS: readonly Card[] = (Object.keys(DECK) as Role[]).flatMap((role) =>
  Array.from({ length: DECK[role] }, (_, slot) => ({ role, slot })),
)
const DECK_SIZE = CARDS.length

const FIRST_TEAM_MATES = 3
/** Past bookers of a deck who never come again. */
const LOST_BOOKERS = 3

export interface Person extends Card {
  /** From 0, through all locations. */
  readonly index: number
  readonly location: DemoLocation
  /** The deck's number at its location, from 0. */
  readonly deck: number
  /** The index of the first person of the same deck. */
  readonly deckStart: number
  /** The two whom the help articles use as examples. */
  readonly star: 'Ada Quill' | 'Kit Moss' | null
}

export const customerId = (person: Person): string => String(100_001 + person.index)

/** The person's own draws for one purpose. */
export function draws(person: Person, stream: Stream): Random {
  return new Random(person.location.plan.seed, stream, person.index)
}

/** A number that goes up by one from card to card of a role: for taking turns through a short list. */
export function turn(person: Person): number {
  return (person.location.index + person.deck) * DECK[person.role] + person.slot
}

/** 0 or 1, or null for whoever is in no team. */
export function teamOf(person: Person): 0 | 1 | null {
  if (person.role === 'team_payer') return person.slot === 0 ? 0 : 1
  if (person.role === 'team_mate') return person.slot < FIRST_TEAM_MATES ? 0 : 1
  return null
}

/** The people of a network, a deck at a time. */
export function* decks(locations: readonly DemoLocation[]): Generator<readonly Person[]> {
  for (const location of locations) {
    for (let dealt = 0; dealt < location.customerCount; dealt += DECK_SIZE) yield deal(location, dealt)
  }
}

function deal(location: DemoLocation, dealt: number): readonly Person[] {
  const deckStart = location.firstCustomer + dealt
  const random = new Random(location.plan.seed, 'deck', deckStart)
  const cards = shuffle(random)
  const hasStars = deckStart === 0
  if (hasStars) placeStars(cards)
  return cards.slice(0, location.customerCount - dealt).map((card, place) => ({
    role: enliven(card, location, random),
    slot: card.slot,
    index: deckStart + place,
    location,
    deck: dealt / DECK_SIZE,
    deckStart,
    star: !hasStars || place > 1 ? null : place === 0 ? 'Ada Quill' : 'Kit Moss',
  }))
}

function shuffle(random: Random): Card[] {
  const cards = [...CARDS]
  for (let last = cards.length - 1; last > 0; last--) swap(cards, last, random.whole(0, last))
  return cards
}

/** Ada and Kit come first and play the roles of their example sentences. */
function placeStars(cards: Card[]): void {
  swap(
    cards,
    0,
    cards.findIndex(({ role }) => role === 'future_member'),
  )
  swap(
    cards,
    1,
    cards.findIndex(({ role }) => role === 'cancelled_booker'),
  )
}

function swap(cards: Card[], one: number, other: number): void {
  const kept = cards[one] as Card
  cards[one] = cards[other] as Card
  cards[other] = kept
}

/** At a lively location more of the past bookers came again; else every location would have the same share. */
function enliven(card: Card, location: DemoLocation, random: Random): Role {
  const mayReturn = card.role === 'past_booker' && card.slot >= LOST_BOOKERS
  return mayReturn && random.chance(location.liveliness * 0.5) ? 'booker' : card.role
}
