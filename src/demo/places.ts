/** Where the demo's locations are: cities with their zone, money and commonest names of people. */
import type { Tongue } from '#demo/names'

export interface Place {
  readonly city: string
  readonly timeZone: string
  readonly currency: keyof typeof MONEY
  readonly tongue: Tongue
  /** The name of the first location here. */
  readonly name: string
}

/** What a pound's worth costs, roughly, and the digits after the point. */
export const MONEY = {
  GBP: { perPound: 1, digits: 2 },
  EUR: { perPound: 1.2, digits: 2 },
  USD: { perPound: 1.3, digits: 2 },
  CAD: { perPound: 1.7, digits: 2 },
  AUD: { perPound: 1.9, digits: 2 },
  NZD: { perPound: 2.1, digits: 2 },
  INR: { perPound: 60, digits: 2 },
  JPY: { perPound: 170, digits: 0 },
  KRW: { perPound: 1500, digits: 0 },
  TWD: { perPound: 35, digits: 0 },
  SGD: { perPound: 1.7, digits: 2 },
  AED: { perPound: 4.7, digits: 2 },
  ILS: { perPound: 4.7, digits: 2 },
  UAH: { perPound: 40, digits: 2 },
  SEK: { perPound: 13, digits: 2 },
  PLN: { perPound: 5, digits: 2 },
  TRY: { perPound: 40, digits: 2 },
  BRL: { perPound: 6, digits: 2 },
  MXN: { perPound: 22, digits: 2 },
  NGN: { perPound: 900, digits: 2 },
  ZAR: { perPound: 20, digits: 2 },
  VND: { perPound: 20000, digits: 0 },
  NPR: { perPound: 100, digits: 2 },
} as const

const place = (
  name: string,
  city: string,
  timeZone: string,
  currency: Place['currency'],
  tongue: Tongue,
): Place => ({ name, city, timeZone, currency, tongue })

/** In the order in which a growing network opens them. */
export const PLACES: readonly Place[] = [
  place('Harbour Loft', 'London', 'Europe/London', 'GBP', 'english'),
  place('Tile House', 'Lisbon', 'Europe/Lisbon', 'EUR', 'portuguese'),
  place('Brickline', 'New York', 'America/New_York', 'USD', 'english'),
  place('Banyan Court', 'Kolkata', 'Asia/Kolkata', 'INR', 'devanagari'),
  place('Kauri Rooms', 'Auckland', 'Pacific/Auckland', 'NZD', 'english'),
  place('Hinterhof', 'Berlin', 'Europe/Berlin', 'EUR', 'german'),
  place('Stoa', 'Athens', 'Europe/Athens', 'EUR', 'greek'),
  place('Paper Lantern', 'Tokyo', 'Asia/Tokyo', 'JPY', 'japanese'),
  place('Orange Grove', 'Valencia', 'Europe/Madrid', 'EUR', 'spanish'),
  place('Cedar Terrace', 'Dubai', 'Asia/Dubai', 'AED', 'arabic'),
  place('Chestnut Hall', 'Kyiv', 'Europe/Kyiv', 'UAH', 'cyrillic'),
  place('Fig Tree Studio', 'Tel Aviv', 'Asia/Jerusalem', 'ILS', 'hebrew'),
  place('Hanok Desk', 'Seoul', 'Asia/Seoul', 'KRW', 'korean'),
  place('Tea Market', 'Taipei', 'Asia/Taipei', 'TWD', 'chinese'),
  place('Passage Vert', 'Paris', 'Europe/Paris', 'EUR', 'french'),
  place('Boathouse Nine', 'Stockholm', 'Europe/Stockholm', 'SEK', 'nordic'),
  place('Mill Weir', 'Kraków', 'Europe/Warsaw', 'PLN', 'polish'),
  place('Ferry Landing', 'Istanbul', 'Europe/Istanbul', 'TRY', 'turkish'),
  place('Laneway Works', 'Melbourne', 'Australia/Melbourne', 'AUD', 'english'),
  place('Jacaranda', 'São Paulo', 'America/Sao_Paulo', 'BRL', 'portuguese'),
  place('Patio Azul', 'Mexico City', 'America/Mexico_City', 'MXN', 'spanish'),
  place('Palm Wharf', 'Lagos', 'Africa/Lagos', 'NGN', 'yoruba'),
  place('Table Bay Works', 'Cape Town', 'Africa/Johannesburg', 'ZAR', 'english'),
  place('Lotus Yard', 'Ho Chi Minh City', 'Asia/Ho_Chi_Minh', 'VND', 'vietnamese'),
  place('Maple Exchange', 'Toronto', 'America/Toronto', 'CAD', 'english'),
  place('Redwood Annex', 'San Francisco', 'America/Los_Angeles', 'USD', 'english'),
  place('Rain Tree', 'Singapore', 'Asia/Singapore', 'SGD', 'chinese'),
  place('Stupa View', 'Kathmandu', 'Asia/Kathmandu', 'NPR', 'devanagari'),
  place('Limewash', 'Dublin', 'Europe/Dublin', 'EUR', 'english'),
  place('Prairie Hall', 'Chicago', 'America/Chicago', 'USD', 'english'),
  place('Mesa Commons', 'Denver', 'America/Denver', 'USD', 'spanish'),
  place('Harbour Light', "St. John's", 'America/St_Johns', 'CAD', 'english'),
  place('Stadtgarten', 'Vienna', 'Europe/Vienna', 'EUR', 'german'),
  place('Arsenale', 'Brussels', 'Europe/Brussels', 'EUR', 'french'),
  place('Silk Mill', 'Bengaluru', 'Asia/Kolkata', 'INR', 'devanagari'),
  place('Opal Court', 'Adelaide', 'Australia/Adelaide', 'AUD', 'english'),
  place('Ribeira', 'Porto', 'Europe/Lisbon', 'EUR', 'portuguese'),
]

const FIRST_WORDS =
  'Copper Linden Signal Quarry Juniper Lantern Granite Saffron Meadow Anchor Willow Cobalt Orchard Chalk Heron Amber Beacon Fern Marble Tannery Weaver Slate Indigo Clover Rope Hazel Glass Cinder Ivory Larch Mint Oak Pepper Quill Rowan Salt Thistle Umber Velvet Wren Alder Birch'.split(
    ' ',
  )
const SECOND_WORDS =
  'Yard House Works Rooms Loft Court Hall Exchange Studio Terrace Mill Row Wharf Gallery Annex Garden Depot Commons'.split(
    ' ',
  )

/** The place and the name of each location; names are unique. */
export function locationNames(count: number): readonly { readonly name: string; readonly place: Place }[] {
  const taken = new Set<string>()
  return Array.from({ length: count }, (_, index) => {
    const place = PLACES[index % PLACES.length] as Place
    const later = index - PLACES.length
    const words = `${FIRST_WORDS[later % FIRST_WORDS.length]} ${SECOND_WORDS[later % SECOND_WORDS.length]}`
    const base = later < 0 ? place.name : `${words} ${place.city}`
    let name = base
    for (let again = 2; taken.has(name); again++) name = `${base} ${again}`
    taken.add(name)
    return { name, place }
  })
}
