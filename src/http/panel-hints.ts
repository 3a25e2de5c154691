/**
 * What a page of the panel will ask for, told to the browser in its head: else the files of the page and the first
 * answers are asked for only once the script that all pages share has come and run.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathOf } from '#http/path-of'

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
}

type Manifest = Readonly<Record<string, Chunk>>

/** The module that frames the pages of somebody who is signed in, as the build names it. */
const FRAME = 'src/components/panel-frame.tsx'
/** The letters of most words on every page. */
const FONT = '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'
/** Asked by the frame whatever the page shows. */
const ASKED_BY_FRAME = ['/api/v1/account', '/api/v1/networks']

export interface PageAsked {
  /** Path and query. */
  readonly url: string
  readonly acceptLanguage: string | undefined
}

/** @param folder of the built panel */
export function panelHints(folder: string): (page: PageAsked) => string {
  const manifest = readManifest(folder)
  const start = filesOf(manifest, ['index.html'])
  return ({ url, acceptLanguage }) => {
    const page = pageModule(pathOf(url))
    if (manifest[page] === undefined) return ''
    const files = filesOf(manifest, [FRAME, page, textsModule(acceptLanguage)])
    const font = manifest[FONT]?.file
    const answers = [...ASKED_BY_FRAME, ...askedByPage(page, new URLSearchParams(url.split('?')[1]))]
    return [
      ...answers.map((address) => `<link rel="preload" as="fetch" crossorigin href="${address}">`),
      ...[...files].filter((file) => !start.has(file)).map(fileHint),
      ...(font === undefined ? [] : [`<link rel="preload" as="font" crossorigin href="/${font}">`]),
    ].join('\n    ')
  }
}

/** A page is in the folder that the last word of its address names. */
function pageModule(pathname: string): string {
  const name = pathname === '/' ? 'overview' : (pathname.split('/').at(-1) ?? '')
  return `src/pages/${name}/${name}-page.tsx`
}

/** A language that was chosen in the panel comes without a hint. */
function textsModule(acceptLanguage = ''): string {
  return /^de\b/i.test(acceptLanguage) ? 'src/texts/de.ts' : 'src/texts/en.ts'
}

/** Of the heart of the panel, the count itself. */
function askedByPage(page: string, search: URLSearchParams): readonly string[] {
  const location = search.get('location') ?? ''
  if (!page.endsWith('/active-users-page.tsx') || search.has('as_of') || !/^[1-9]\d{0,9}$/.test(location))
    return []
  return [`/api/v1/active-users/count?location=${encodeURIComponent(`id:${location}`)}`]
}

function fileHint(file: string): string {
  return `<link rel="modulepreload" crossorigin href="/${file}">`
}

/** These modules with all that they import. */
function filesOf(manifest: Manifest, modules: readonly string[], found = new Set<string>()): Set<string> {
  for (const name of modules) {
    const chunk = manifest[name]
    if (chunk === undefined || found.has(chunk.file)) continue
    found.add(chunk.file)
    filesOf(manifest, chunk.imports ?? [], found)
  }
  return found
}

function readManifest(folder: string): Manifest {
  const path = join(folder, '.vite/manifest.json')
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
}
