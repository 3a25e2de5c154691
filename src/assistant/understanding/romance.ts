/**
 * Questions in Spanish, French or Portuguese, put into English word by word, so that they are read like English
 * ones. Names and what has no word here stay as they were typed. Answers are in English.
 */
import { folded, LEXICON, STOP_WORDS } from '#assistant/understanding/words'

/** English, then how it is said: words without marks, several that belong together joined by `_`. */
const PHRASES = `
how many | cuantos cuantas quantos quantas combien_de combien_d combien_y_a_t_il_de 
how much | cuanto cuanta quanto quanta combien
who | quien quienes qui quem qui_est_ce_qui
which | cual cuales quel quelle quels quelles qual quais
which customers | que_clientes quels_clients
what | que_es o_que_e o_que qu_est_ce_que c_est_quoi quoi
why | por_que pourquoi porque porque_e_que por_que_razon
where | donde ou_est ou_sont ou_puis ou_trouver onde
how | como comment
when | cuando quand quando
what if | que_pasa_si que_pasaria_si y_si et_si e_se que_se_passe_t_il_si o_que_acontece_se se_passe
because of | a_causa_de a_cause_de por_causa_de grace_a gracias_a debido_a devido_a
only | solo solamente unicamente seulement uniquement apenas somente so
only because of | solo_por seulement_a_cause_d seulement_par apenas_por so_por solo_a_causa_de
by | por par pelo pela via
not | pas nao nunca jamais
does not count | no_cuenta no_cuentan ne_compte_pas ne_comptent_pas nao_conta nao_contam n_est_pas_compte n_est_pas_comptee
is not | no_es no_esta n_est_pas nao_e nao_esta
do we not pay | no_pagamos
count | contaban contava contavam comptait comptaient contara contaran comptera comptee_t_elle cuenta cuentan contar contado contados contada contadas compte comptent compter comptes comptee comptees conta contam numero nombre total
counted | se_cuenta se_cuentan est_compte est_comptee sont_comptes e_contado e_contada sao_contados
active users | usuarios_activos utilisateurs_actifs utilisateurs_actives usuarios_ativos utilizadores_ativos d_utilisateurs_actifs
active user | usuario_activo utilisateur_actif usuario_ativo utilizador_ativo
active | activo activos activa activas actif actifs active actives ativo ativos ativa ativas
users | usuarios utilisateurs utilizadores
people | personas personnes pessoas gente gens
person | persona personne pessoa alguien quelqu_un alguem
customers | clientes clients
customer | cliente client cliente
members | miembros membres membros
member | miembro membre membro
contacts | contactos contatos
list | lista liste listar lister
show | muestra muestrame montre montrez affiche mostra mostre mostrar muestreme ensename montre_moi mostra_me
all | todos todas tous toutes tout tudo
contract | contrato contrat
contracts | contratos contrats
booking | reserva reservation reserva_de_sala
bookings | reservas reservations
booked | reservo reservaron a_reserve ont_reserve reservou reservaram
invoice | factura facture fatura
invoices | facturas factures faturas
customer invoice | factura_de_cliente facture_client fatura_de_cliente
bill | cuenta_de_la_plataforma
invoiced | facturado facturados facture_a faturado faturados
recurring product | producto_recurrente produit_recurrent produto_recorrente
recurring products | productos_recurrentes produits_recurrents produtos_recorrentes
product | producto produit produto
team | equipo equipe equipa time
suspended | suspendido suspendidos suspendida suspendidas suspendu suspendus suspendue suspendues suspenso suspensos suspensa suspensas
suspend | suspendemos suspender suspende suspendre suspendons suspendermos suspendo suspendiera suspendieramos suspendiesemos
archived | archivado archivados archivada archive archives archivee arquivado arquivados arquivada
cancelled | cancelado cancelada cancelados canceladas annule annulee annules annulees
cancel | cancelar cancelo annuler annule cancela resilier
free | gratis gratuito gratuita gratuitos gratuitas gratuit gratuite gratuits gratuites
price | precio prix preco
price plan | plan_de_precios plan_tarifaire plano_de_precos tarifa
cost | costo coste cout custo
costs | cuesta cuestan coute coutent custa custam
will cost | costara costaran coutera couteront custara
pay | pagar pago payer paye payons pagamos pagas paga
pay | paie paient
pay for | pagamos_por payons_pour paga_por paye_pour
charged | cobran cobrado facturan cobrados
amount | importe monto montant valor
next | proxima proximo siguiente prochaine prochain seguinte
last | ultima ultimo derniere dernier anterior precedente
last two | ultimas_dos ultimos_dos deux_dernieres deux_derniers duas_ultimas
forecast | prevision pronostico previsao
will be | sera
will | va_a vai
higher | mas_alta mas_alto mayor plus_elevee plus_eleve plus_haute plus_haut mais_alta mais_alto maior superior
lower | mas_baja mas_bajo menor plus_basse plus_bas plus_faible mais_baixa mais_baixo inferior
dropped | bajo bajado baja baisse diminue diminuido caiu baixou
increased | subio subido augmente aumentado aumento subiu aumentou
more | mas plus mais
less | menos moins
most | la_mayoria mayor_numero
has the most | tiene_mas a_le_plus a_le_plus_d tem_mais
has the fewest | tiene_menos a_le_moins tem_menos
than | que_el que_la que_le que_les que_o que_a
changed | cambiado cambio change mudou mudado
what changed | que_cambio que_ha_cambiado qu_est_ce_qui_a_change qu_est_ce_qui_change o_que_mudou
difference | diferencia diferenca
compare | comparar compara comparer compare comparez
panel | panel panneau painel tableau_de_bord tablero
location | ubicacion sede sitio local localidad lieu emplacement localizacao unidade filial
locations | ubicaciones sedes sitios lieux emplacements locais localizacoes unidades filiais
since | desde depuis
now | ahora maintenant agora actualmente actuellement atualmente
today | hoy aujourd_hui hoje
yesterday | ayer hier ontem
last month | el_mes_pasado mes_pasado le_mois_dernier mois_dernier o_mes_passado no_mes_passado mes_passado
last year | el_ano_pasado ano_pasado l_annee_derniere annee_derniere ano_passado
next month | el_proximo_mes proximo_mes le_mois_prochain mois_prochain no_proximo_mes mes_que_vem
month | mes mois
week | semana semaine
day | dia jour
days | dias jours
year | ano an annee
rules | reglas regles regras
rule | regla regle regra
does | es_que est_ce_que est_ce_qu
is | es est esta é está estás
are | son sont sao estan estao
has | tiene tem ha
have | tienen tenemos tengo avons ont ai temos hay il_y_a y_a_t_il
had | tenia tuvo avait tinha teve habia havia
we | nosotros nous on
our | nuestro nuestra nuestros nuestras notre nosso nossa nossos nossas
my | mi mon ma meu minha mis
he | il
she | elle ela ele
the | el la los las le les os as o
a | un una une um uma
of | de del du des do da dos das
at | en a au aux chez em na
to | para pour
with | con avec com
without | sin sans sem
and | y et
or | ou
for | durante pendant
if | si se
in | dans
password | contrasena mot_de_passe senha palavra_passe
change | cambiar changer mudar alterar
import | importar importer importo
export | exportar exporter
connect | conectar connecter ligar conecto
find | encuentro encontrar trouver encontro trouve
how do i | como_puedo comment_puis_je comment_faire como_posso como_faco comment_je como_hago
where do i | donde_puedo ou_puis_je onde_posso
January | enero janvier janeiro
February | febrero fevrier fevereiro
March | marzo mars marco
April | abril avril
May | mayo mai maio
June | junio juin junho
July | julio juillet julho
August | agosto aout
September | septiembre septembre setembro
October | octubre octobre outubro
November | noviembre novembre novembro
December | diciembre decembre dezembro
hello | hola bonjour ola salut
thanks | gracias merci obrigado obrigada
please | por_favor s_il_vous_plait s_il_te_plait
what can you do | que_puedes_hacer que_peux_tu_faire que_pouvez_vous_faire o_que_podes_fazer o_que_voce_pode_fazer o_que_voce_faz
`

const BOOK = phrasebook()
const LONGEST = 6

function phrasebook(): ReadonlyMap<string, string> {
  const book = new Map<string, string>()
  for (const line of PHRASES.trim().split('\n')) {
    const [english = '', said = ''] = line.split('|').map((part) => part.trim())
    for (const key of said.split(' ')) if (!book.has(key)) book.set(key, english)
  }
  return book
}

/** *Two years ago*, whose words stand the other way round. */
const AGO =
  /(?<![\p{L}\p{M}])(?:hace|il y a|há|ha) (un|une|una|um|uma|deux|dos|dois|duas|trois|tres|três|\d+) (años?|anos?|ans?|mes(?:es)?|mois|semanas?|semaines?|d[ií]as?|jours?)(?![\p{L}\p{M}])/giu
const NUMBERS: Readonly<Record<string, string>> = {
  ...{ un: '1', une: '1', una: '1', um: '1', uma: '1', deux: '2', dos: '2', dois: '2', duas: '2' },
  ...{ trois: '3', tres: '3' },
}
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^an/, 'years'],
  [/^(mes|mois)/, 'months'],
  [/^sem/, 'weeks'],
  [/^(dia|jour)/, 'days'],
]

interface Token {
  readonly raw: string
  readonly key: string
  /** What stands behind it, up to the next. */
  readonly after: string
}

/** @returns null where it is in no such language */
export function fromRomance(text: string): string | null {
  const tokens = tokensOf(text)
  if (!isRomance(tokens)) return null
  const turned = tokensOf(
    text.replace(AGO, (_, many: string, unit: string) => {
      const english = UNITS.find(([beginning]) => beginning.test(folded(unit)))?.[1] ?? 'days'
      return `${NUMBERS[folded(many)] ?? many} ${english} ago`
    }),
  )
  let english = ''
  for (let at = 0; at < turned.length; ) {
    const { said, length } = phraseAt(turned, at)
    english += said + (turned[at + length - 1]?.after ?? '')
    at += length
  }
  return english.trim()
}

function tokensOf(text: string): Token[] {
  const found = [
    ...text.replace(/[’`´]/g, "'").matchAll(/([\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}:._]*'?)([^\p{L}\p{N}]*)/gu),
  ]
  return found.map(([, raw = '', after = '']) => ({
    raw,
    // *é* is, *e* is *and*
    key: raw === 'é' || raw === 'É' ? 'é' : folded(raw).replace(/[':._]+$/, ''),
    after: raw.endsWith("'") || after === '-' ? ' ' : after,
  }))
}

/** More of it is in these languages alone than in English or German. */
function isRomance(tokens: readonly Token[]): boolean {
  const isOurs = ({ key, raw }: Token) =>
    STOP_WORDS.has(key) || LEXICON.has(raw.toLowerCase()) || LEXICON.has(key)
  const romance = tokens.filter((token) => BOOK.has(token.key) && !isOurs(token)).length
  const ours = tokens.filter((token) => isOurs(token) && !BOOK.has(token.key)).length
  return romance > ours && romance >= 2
}

/** The longest that begins there; a word without a translation as it is. */
function phraseAt(tokens: readonly Token[], at: number): { said: string; length: number } {
  for (let length = Math.min(LONGEST, tokens.length - at); length > 0; length -= 1) {
    const key = tokens
      .slice(at, at + length)
      .map((token) => token.key)
      .join('_')
    const said = BOOK.get(key)
    if (said !== undefined && !isNameThere(tokens.slice(at, at + length), at)) return { said, length }
  }
  const raw = tokens[at]?.raw ?? ''
  return { said: raw.endsWith("'") ? '' : raw, length: 1 }
}

/** Capitals inside a sentence belong to a name. */
function isNameThere(said: readonly Token[], at: number): boolean {
  return at > 0 && said.length === 1 && /^\p{Lu}\p{Ll}/u.test(said[0]?.raw ?? '')
}
