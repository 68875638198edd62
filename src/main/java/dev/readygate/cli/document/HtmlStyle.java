package dev.readygate.cli.document;

/** Styles for light and dark, wide and narrow screens, and paper. Colours have a contrast of 4.5 to 1. */
final class HtmlStyle {
    static final String TEXT = """
            :root { color-scheme: light dark; --ground: #ffffff; --text: #1c2024; --faint: #5b6470; --line: #d5dae1;
              --shade: #f4f6f8; --link: #0b57c2; --good: #126b34; --good-ground: #e0f4e6; --warning: #855000;
              --warning-ground: #fdf0d5; --bad: #ae1f16; --bad-ground: #fde6e4; --unknown: #4f5864;
              --unknown-ground: #e8ebef; --good-bar: #2b8a52; --warning-bar: #bf7d00; --bad-bar: #d0433a; }
            @media (prefers-color-scheme: dark) { :root { --ground: #14171b; --text: #e5e8ec; --faint: #a2abb7;
              --line: #363d47; --shade: #1d2127; --link: #85b8ff; --good: #82dd9f; --good-ground: #143322;
              --warning: #f5c469; --warning-ground: #3a2c0d; --bad: #ffa198; --bad-ground: #47191a; --unknown: #bdc5cf;
              --unknown-ground: #2b323b; --good-bar: #58b877; --warning-bar: #d9a441; --bad-bar: #e5766d; } }
            * { box-sizing: border-box; }
            body { margin: 0; background: var(--ground); color: var(--text);
              font: 15px/1.5 system-ui, -apple-system, "Segoe UI", "Liberation Sans", sans-serif; }
            main { max-width: 70rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; overflow-wrap: anywhere; }
            h1 { font-size: 1.75rem; line-height: 1.2; margin: .5rem 0 1rem; }
            h2 { font-size: 1.25rem; margin: 2.25rem 0 .75rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line); }
            h3 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
            h3 .mark { font-weight: 600; margin-left: .35rem; font-variant-numeric: tabular-nums; }
            p { margin: .5rem 0; max-width: 75ch; }
            .label { font-weight: 600; margin: .75rem 0 .1rem; }
            .label + ul { margin-top: .1rem; }
            ul, ol { margin: .5rem 0; padding-left: 1.4rem; }
            li { margin: .2rem 0; }
            a { color: var(--link); }
            .checklist { list-style: none; padding-left: .1rem; }
            .checklist li { padding-left: 1.6rem; text-indent: -1.6rem; }
            .checklist [aria-hidden] { display: inline-block; width: 1.6rem; text-indent: 0; }
            .checklist .done { color: var(--faint); }
            .aside { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
            .table { overflow-x: auto; margin: .75rem 0; border: 1px solid var(--line); border-radius: 6px; }
            .table:focus-visible { outline: 2px solid var(--link); }
            table { border-collapse: collapse; width: 100%; font-size: .92rem; overflow-wrap: break-word; }
            caption { text-align: left; color: var(--faint); font-size: .85rem; padding: .45rem .7rem .1rem; }
            th, td { text-align: left; vertical-align: top; padding: .4rem .7rem; min-width: 4rem; }
            td { max-width: 34rem; }
            thead th { background: var(--shade); color: var(--faint); font-size: .82rem; white-space: nowrap;
              border-bottom: 1px solid var(--line); }
            tbody th { font-weight: 600; min-width: 8rem; }
            tbody tr + tr > * { border-top: 1px solid var(--line); }
            .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
            .day { white-space: nowrap; }
            .tone { display: inline-block; border-radius: 4px; padding: 0 .4em; font-weight: 600; }
            .good { color: var(--good); background: var(--good-ground); }
            .warning { color: var(--warning); background: var(--warning-ground); }
            .bad { color: var(--bad); background: var(--bad-ground); }
            .unknown { color: var(--unknown); background: var(--unknown-ground); }
            .picture { margin: .9rem 0; padding: .7rem .9rem; border: 1px solid var(--line); border-radius: 6px; }
            .bar { display: grid; grid-template-columns: minmax(8rem, 16rem) 1fr 13rem; gap: .8rem;
              align-items: center; padding: .15rem 0; font-size: .92rem; }
            .bar svg { width: 100%; height: .8rem; }
            .bar.total { font-weight: 600; font-size: 1rem; margin-bottom: .35rem; }
            .bar.total svg { height: 1.2rem; }
            .bar .value { font-variant-numeric: tabular-nums; }
            .track { fill: var(--shade); stroke: var(--line); stroke-width: 1; vector-effect: non-scaling-stroke; }
            .fill.plain { fill: var(--link); } .fill.good { fill: var(--good-bar); } .fill.warning { fill: var(--warning-bar); }
            .fill.bad { fill: var(--bad-bar); } .fill.unknown { fill: var(--unknown); }
            .target { stroke: var(--text); stroke-width: 2; vector-effect: non-scaling-stroke; }
            .trend { display: block; width: 100%; height: 9rem; }
            .trend .target { stroke-width: 1; stroke-dasharray: 4 4; }
            .trend polyline { fill: none; stroke: var(--link); stroke-width: 2.5; stroke-linejoin: round;
              vector-effect: non-scaling-stroke; }
            .event { stroke-width: 2; vector-effect: non-scaling-stroke; }
            .event.plain { stroke: var(--faint); } .event.good { stroke: var(--good-bar); } .event.bad { stroke: var(--bad-bar); }
            .axis { display: flex; justify-content: space-between; max-width: none; margin: .25rem 0 0;
              color: var(--faint); font-size: .85rem; }
            @media (max-width: 40rem) { body { font-size: 14px; } main { padding: 1rem .8rem 3rem; }
              th, td { padding: .35rem .5rem; } tbody th { min-width: 6rem; }
              .bar { grid-template-columns: 1fr auto; gap: .1rem .6rem; } .bar svg { grid-row: 2; grid-column: 1 / -1; } }
            @media print { body { font-size: 10pt; } main { max-width: none; padding: 0; }
              .table { overflow: visible; } table { font-size: 9pt; } h2, h3, caption, thead { break-after: avoid; }
              tr, li, .picture { break-inside: avoid; }
              svg * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } .tone { border: 1px solid currentcolor; } }
            """;

    private HtmlStyle() {}
}
