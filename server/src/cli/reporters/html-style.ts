/** The look of the page. Severities are told by words and a bar as well as by colour. */
export const htmlStyle = `
:root {
  color-scheme: light dark;
  --page: #fff; --ink: #1c2024; --quiet: #55606b; --line: #d5dae0; --raised: #f5f7f9; --link: #0b57a4;
  --error: #b3261e; --warning: #855200; --info: #0b57a4; --met: #1a6b33; --mark: #ffe58a; --mark-ink: #1c2024;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171a; --ink: #e6e9ec; --quiet: #a3adb8; --line: #373e46; --raised: #1d2226; --link: #8ac1ff;
    --error: #ff9a92; --warning: #f2bd62; --info: #8ac1ff; --met: #7fd69a; --mark: #6b5200; --mark-ink: #fff3c4;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.25rem 3rem; background: var(--page); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; overflow-wrap: anywhere; }
p { margin: 0; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--page); padding: .25rem .5rem; }
.filter { border: 0; padding: 0; margin: 1.25rem 0 0; display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; }
.filter legend { float: left; font-weight: 600; padding: 0; }
.filter label { display: inline-flex; gap: .4rem; align-items: center; }
.filter input { width: 1.1rem; height: 1.1rem; margin: 0; accent-color: var(--link); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: bottom; }
thead th { font-size: .85rem; font-weight: 600; color: var(--quiet); }
tbody th { font-weight: 400; overflow-wrap: anywhere; min-width: 12rem; }
.number { text-align: right; padding-right: 0; padding-left: .75rem; }
td.none { color: var(--quiet); }
td.error, td.warning, td.info { font-weight: 600; }
td.error { color: var(--error); } td.warning { color: var(--warning); } td.info { color: var(--info); }
.about { color: var(--quiet); font-weight: 400; font-size: .9em; }
h2 .about { font-size: .82em; }
.entries, .parts { list-style: none; margin: 0; padding: 0; }
.entry { border-left: 4px solid; padding: .5rem 0 .5rem .85rem; margin: .35rem 0; border-color: var(--info); break-inside: avoid; }
.entry.error { border-color: var(--error); } .entry.warning { border-color: var(--warning); }
.severity { font-weight: 600; color: var(--info); }
.error .severity { color: var(--error); } .warning .severity { color: var(--warning); }
.place, .rule { color: var(--quiet); font-size: .9em; }
.rule { font-family: ui-monospace, monospace; font-size: .82em; white-space: nowrap; }
.frame { margin: .3rem 0 0; padding: .3rem .6rem; background: var(--raised); border-radius: 4px; overflow-wrap: anywhere; }
mark { background: var(--mark); color: var(--mark-ink); border-radius: 2px; padding: 0 .1em; }
.suggestions { list-style: none; margin: .3rem 0 0; padding: 0; }
.suggestions li::before { content: '→ '; color: var(--quiet); }
details { margin-top: 1rem; }
summary { cursor: pointer; font-weight: 600; }
.parts li { padding: .15rem 0; }
.met b { color: var(--met); } .missing b { color: var(--error); }
.parts b { display: inline-block; min-width: 4.5rem; }
footer { margin-top: 3rem; color: var(--quiet); font-size: .85rem; }
body:has(#show-error:not(:checked)) .entry.error,
body:has(#show-warning:not(:checked)) .entry.warning,
body:has(#show-info:not(:checked)) .entry.info { display: none; }
@media print {
  :root { --page: #fff; --ink: #000; --quiet: #444; --line: #bbb; --raised: #fff; --error: #b3261e; --warning: #855200; --info: #0b57a4; --met: #1a6b33; --mark: #ffe58a; --mark-ink: #000; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  .filter, .skip { display: none; }
  .frame { border: 1px solid var(--line); }
  h2 { break-after: avoid; }
  details::details-content { content-visibility: visible; }
  mark { print-color-adjust: exact; }
}
`;
