/** Names of people and companies. All are made up from common names; every address is at example.org or .com. */
import type { Random } from '#demo/random'

interface Names {
  /** `name|latin letters`; without the second part, the name with its marks taken off. */
  readonly given: string
  readonly family: string
  /** How the two are written together; `given family` when missing. */
  readonly order?: 'family given' | 'familygiven'
}

/** Family names fit every given name of the same entry. */
const NAMES = {
  english: [
    {
      given:
        'Grace Amos Ivy Nora Felix Hugh Maeve Owen Tessa Rupert Edith Callum Priya Jonah Beatrix Silas Wendy Marcus Orla Desmond Hazel Theo Imogen Ralph Sylvia Edmund Farah Gideon Harriet Jasper Keziah Lorna Miles Nadine Oscar Petra Quentin Rosalind Stella Tobias',
      family:
        'Ashdown Barlow Calloway Denham Ellery Fairweather Garrick Hollis Inskip Jessop Kettering Lockwood Marchmont Nettles Okafor Penrose Ravenhill Selwyn Thackeray Underhill Verney Whitlock Yardley Bright Abernathy Blackwood Crane Drummond Eastwick Farrow Goodwin Huxley Ives Kinsella Larkin Merriweather Northcote Osgood Pemberton Rushworth Sinclair',
    },
  ],
  portuguese: [
    {
      given:
        'Inês João Conceição Tomás Mafalda Gonçalo Beatriz Simão Luísa Estêvão Joana Xavier Lúcia Rúben Vitória Martim',
      family:
        'Magalhães Falcão Brandão Guimarães Simões Sequeira Araújo Vasconcelos Leitão Quintão Nóbrega Salomão Cabral Portela',
    },
  ],
  spanish: [
    {
      given:
        'Begoña Íñigo Lucía Andrés Ximena Joaquín Inés Ramón Águeda Óscar Pilar Sebastián Noemí Tomás Rocío Matías',
      family:
        'Ibáñez Muñoz Núñez Peñalver Cárdenas Zúñiga Echeverría Albarracín Montañés Güell Valdés Ordóñez Arrieta Castaño',
    },
  ],
  french: [
    {
      given:
        'Zoé Loïc Anaïs Gaël Hélène Benoît Noémie Rémi Maëlle Jérôme Chloé François Éloïse Aurélien Agnès Cédric',
      family:
        'Lefèvre Beauséjour Dupré Bérenger Chevallier Gautier Lenoël Hébert Marchand Périer Rivière Tessier Vallée Aubépin',
    },
  ],
  german: [
    {
      given:
        'Jörg Käthe Günther Änne Björn Lieselotte Jürgen Hanna Sören Mareike Götz Frieda Rüdiger Anneliese Uwe Bärbel',
      family:
        'Müller-Lüdenau Großmann Schäfer Weißbach Köhler Jäger Bräutigam Vögele Strauß Grünwald Möhring Kühnel Thüring Pfeifer',
    },
  ],
  nordic: [
    {
      given:
        'Åsa Bjørn Søren Märta Øystein Sigríður Göran Päivi Håkon Maj-Britt Jörgen Astrid Þór Liv Eskil Tuulikki',
      family:
        'Sjöberg Ødegård Åkerlund Hämäläinen Bøe Nygård Lindström Østby Mäkelä Strömqvist Skjold Bergfalk',
    },
  ],
  polish: [
    {
      given: 'Łukasz Małgorzata Paweł Bożena Michał Żaneta Wojciech Świetlana Grażyna Rafał Agnieszka Józef',
      family: 'Wójcik Mazur Dąb Kołodziej Król Gołąb Stępień Zając Pająk Sikora Żuk Wróbel',
    },
  ],
  turkish: [
    {
      given: 'Çağla İbrahim Şebnem Gökhan Özlem Tuğçe Ümit Işıl Barış Zeynep Oğuz Müge',
      family: 'Yıldırım Şahinbaş Öztürk Çetinkaya Güneş Aydoğan Koçak Işık Büyükada Ünal',
    },
  ],
  vietnamese: [
    {
      given: 'Thị_Hương Văn_Đức Minh_Châu Quốc_Anh Thu_Thảo Hữu_Phước Ngọc_Ánh Bảo_Trân',
      family: 'Nguyễn Trần Phạm Huỳnh Võ Đặng Bùi Đỗ',
      order: 'family given',
    },
  ],
  yoruba: [
    {
      given: 'Adébáyọ̀ Fúnmiláyọ̀ Olúwaṣeun Títílayọ̀ Ayọ̀délé Ṣadé Bánkọ́lé Ìyábọ̀',
      family: 'Adéyẹmí Ọlátúnjí Ọ̀ṣúndàre Akínwálé Balógun Ṣóyínká-Ayẹ́ni Ògúnlẹ́yẹ Fálànà',
    },
  ],
  greek: [
    {
      given: 'Ελένη|eleni Δέσποινα|despina Κατερίνα|katerina Ιφιγένεια|ifigeneia Σοφία|sofia Μυρτώ|myrto',
      family: 'Παπαδοπούλου|papadopoulou Γεωργίου|georgiou Αλεξίου|alexiou Νικολαΐδη|nikolaidi Καρρά|karra',
    },
    {
      given: 'Γιώργος|giorgos Θανάσης|thanasis Οδυσσέας|odysseas Στέφανος|stefanos Λευτέρης|lefteris',
      family: 'Παπαδάκης|papadakis Αγγελόπουλος|angelopoulos Βασιλείου|vasileiou Ξενάκης|xenakis Δήμου|dimou',
    },
  ],
  cyrillic: [
    {
      given:
        'Оксана|oksana Тарас|taras Ірина|iryna Богдан|bohdan Соломія|solomiia Андрій|andrii Ганна|hanna Юрій|yurii Леся|lesia Дмитро|dmytro',
      family:
        'Шевчук|shevchuk Коваленко|kovalenko Бондар|bondar Ткач|tkach Гриценко|hrytsenko Мельник|melnyk Лисенко|lysenko Щербань|shcherban',
    },
  ],
  arabic: [
    {
      given:
        'ليلى|layla كريم|karim نور|nour يوسف|yusuf سلمى|salma طارق|tariq هالة|hala زياد|ziad مريم|maryam عمر|omar',
      family:
        'الخطيب|alkhatib حداد|haddad منصور|mansour النجار|alnajjar سليمان|sulayman خوري|khoury البستاني|albustani قاسم|qasim',
    },
  ],
  hebrew: [
    {
      given: 'נועה|noa איתן|eitan תמר|tamar אורי|uri שירה|shira גלעד|gilad מיכל|michal יונתן|yonatan',
      family: 'אלמוג|almog ברקאי|barkai שקד|shaked הררי|harari גולן|golan נבון|navon פרידמן|fridman',
    },
  ],
  devanagari: [
    {
      given:
        'अनन्या|ananya रोहन|rohan मीरा|meera विक्रम|vikram कविता|kavita अर्जुन|arjun सुनीता|sunita देवेश|devesh इशा|isha कृष्णा|krishna',
      family:
        'शर्मा|sharma चट्टोपाध्याय|chattopadhyay देशमुख|deshmukh वर्मा|verma जोशी|joshi श्रेष्ठ|shrestha मिश्रा|mishra ठाकुर|thakur',
    },
  ],
  chinese: [
    {
      given: '思远|siyuan 佳慧|jiahui 明|ming 雨桐|yutong 志强|zhiqiang 美玲|meiling 子涵|zihan 文|wen',
      family: '王|wang 李|li 陳|chen 林|lin 歐陽|ouyang 張|zhang 周|zhou 許|xu',
      order: 'familygiven',
    },
  ],
  japanese: [
    {
      given: '陽子|yoko 健太|kenta さくら|sakura 大輔|daisuke 美咲|misaki 翔|sho ひかり|hikari 直樹|naoki',
      family: '佐藤|sato 高橋|takahashi 渡辺|watanabe 小野寺|onodera 森|mori 清水|shimizu 井上|inoue',
      order: 'family given',
    },
  ],
  korean: [
    {
      given: '지우|jiwoo 서연|seoyeon 민준|minjun 하은|haeun 도윤|doyun 수빈|subin 현우|hyunwoo',
      family: '김|kim 이|lee 박|park 최|choi 정|jung 남궁|namgung 한|han',
      order: 'familygiven',
    },
  ],
} as const satisfies Record<string, readonly Names[]>
export type Tongue = keyof typeof NAMES

interface Word {
  readonly written: string
  readonly latin: string
}

/** Letters that lose nothing but a mark when decomposed need no entry here. */
const LATIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  đ: 'd',
  æ: 'ae',
}

function latinLetters(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return bare.replace(/[^a-z-]/g, (letter) => LATIN_LETTERS[letter] ?? '')
}

function words(text: string): readonly Word[] {
  return text.split(' ').map((entry) => {
    const [name = '', latin] = entry.split('|')
    const written = name.replaceAll('_', ' ')
    return { written, latin: latin ?? latinLetters(written) }
  })
}

const TONGUES = Object.keys(NAMES) as Tongue[]
const PEOPLE = new Map(
  TONGUES.map((tongue) => [
    tongue,
    NAMES[tongue].map((names: Names) => ({
      given: words(names.given),
      family: words(names.family),
      order: names.order ?? 'given family',
    })),
  ]),
)

export interface PersonName {
  readonly name: string
  /** What stands before the @, without a number. */
  readonly mailbox: string
}

/** Somebody who lives where `tongue` is spoken: more than half of the people are from there. */
export function personName(random: Random, tongue: Tongue): PersonName {
  const spoken = random.chance(0.6) ? tongue : random.pick(TONGUES)
  const names = random.pick(PEOPLE.get(spoken) ?? [])
  const given = random.pick(names.given)
  const family = random.pick(names.family)
  const mailbox = `${given.latin}.${family.latin}`
  if (names.order === 'given family') return { name: `${given.written} ${family.written}`, mailbox }
  const space = names.order === 'family given' ? ' ' : ''
  return { name: `${family.written}${space}${given.written}`, mailbox }
}

const COMPANY_WORDS =
  'Northlight Tidewater Lanternfish Fieldnote Papercut Kingfisher Evergreen Halfmoon Longshore Redthread Bluebell Sandglass Foxglove Hillside Quietude Stonebridge Sparrow Marigold Driftwood Goldleaf Oakmoss Firefly Wintergreen Meridian'.split(
    ' ',
  )
const COMPANY_TRADES =
  'Studio,Analytics,Architects,Labs,Legal,Films,& Daughters,Robotics,Translations,Press,Design,Ceramics,Advisory,Games,Cartography,Foods'.split(
    ',',
  )

export function companyName(random: Random): string {
  return `${random.pick(COMPANY_WORDS)} ${random.pick(COMPANY_TRADES)}`
}
