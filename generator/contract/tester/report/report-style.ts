/** How a report looks, by day and by night. */
export const reportStyle = `
:root { color-scheme: light dark; --line: light-dark(#ccd, #445); --quiet: light-dark(#556, #aab); --bad: light-dark(#b00020, #ff8a80); --good: light-dark(#1b6e2d, #81c995); --odd: light-dark(#8a5a00, #fdd663); --plate: light-dark(#f4f5f9, #22252e) }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0; padding: 1rem }
main { max-width: 75rem; margin: auto }
pre { background: var(--plate); padding: .6rem; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85rem }
table { border-collapse: collapse; font-size: .85rem } th, td { border: 1px solid var(--line); padding: .3rem .5rem; text-align: left; vertical-align: top }
.wide { overflow-x: auto } .quiet { color: var(--quiet) } .bad { color: var(--bad); font-weight: bold } .good { color: var(--good); font-weight: bold }
.finding { border-left: .3rem solid var(--odd); padding-left: 1rem; margin: 1.5rem 0 } .finding.error { border-color: var(--bad) } .tag { font-family: monospace; font-size: .9em }
.seen, .unseen { display: inline-block; border: 1px solid; border-radius: .3rem; padding: 0 .3rem; margin: .1rem } .seen { color: var(--good) } .unseen { color: var(--bad) } summary { cursor: pointer }
`;
