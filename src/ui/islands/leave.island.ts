/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
// The page that somebody leaves in a hurry does not stay behind the button "back".
for (const way of document.querySelectorAll<HTMLAnchorElement>('.govuk-exit-this-page__button'))
  way.addEventListener('click', (event) => {
    event.preventDefault()
    location.replace(way.href)
  })
