/** The text of an article as the server made it from our own Markdown: it holds no scripts, and none would run. */
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import classes from './article-body.module.css'

export function ArticleBody({ html }: { readonly html: string }) {
  const body = useRef<HTMLDivElement>(null)
  const navigate = useNavigate()
  useEffect(() => {
    const { current } = body
    if (current === null) return
    const { childNodes } = new DOMParser().parseFromString(html, 'text/html').body
    current.replaceChildren(...childNodes)
    scrollToHash()
    // links between articles change the page without loading it anew
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (link === null || link.origin !== window.location.origin || isForAnotherPlace(event)) return
      event.preventDefault()
      void navigate({ href: `${link.pathname}${link.hash}` })
    }
    current.addEventListener('click', follow)
    return () => current.removeEventListener('click', follow)
  }, [html, navigate])
  return <div ref={body} lang="en" className={classes.body} />
}

function isForAnotherPlace({ ctrlKey, metaKey, shiftKey, button }: MouseEvent): boolean {
  return ctrlKey || metaKey || shiftKey || button !== 0
}

/** The passage that the address names was not there when the browser looked for it. */
function scrollToHash(): void {
  const anchor = decodeURIComponent(window.location.hash.slice(1))
  if (anchor !== '') document.getElementById(anchor)?.scrollIntoView()
}
