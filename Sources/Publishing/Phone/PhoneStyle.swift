/// How a phone's page looks: light and dark, in the team's colour.
enum PhoneStyle {
  /// The rules of CSS.
  static func text(colour: MapColour) -> String {
    """
    :root{--back:#fff;--ink:#1a1a1a;--pale:#f2f2f2;--line:#8a8a8a;--soft:#555;\
    --team:\(colour.hexadecimal);--on:\(colour.ink.hexadecimal)}
    @media (prefers-color-scheme:dark){:root{--back:#121212;--ink:#eee;--pale:#242424;\
    --line:#8a8a8a;--soft:#bbb}}
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:44rem;background:var(--back);color:var(--ink);\
    font:16px/1.5 system-ui,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
    header{position:sticky;top:0;z-index:1;background:var(--back);\
    border-bottom:4px solid var(--team);padding:.5rem 1rem}
    h1{font-size:1.2rem;margin:0}h2{font-size:1.05rem;margin:0 0 .5rem}
    header p{margin:.1rem 0;color:var(--soft)}
    main{padding:0 1rem 3rem}
    svg{width:100%;height:auto;background:var(--pale);margin:1rem 0}
    svg text{fill:var(--ink);font-size:16px}
    svg .township{fill:none;stroke:var(--line);stroke-width:.8}
    svg .township-name{fill:var(--soft);font-size:17px;text-anchor:middle}
    svg .way{fill:none;stroke:var(--team);stroke-width:3;stroke-linejoin:round}
    svg .base{fill:var(--ink)}
    svg circle{fill:var(--team);stroke:var(--back);stroke-width:1.5}
    svg .scale rect,svg .scale polygon{fill:var(--ink);stroke:var(--ink)}\
    svg .scale rect+rect{fill:var(--back)}
    svg .on{fill:var(--on);font-weight:700;text-anchor:middle}
    ol{list-style:none;margin:0;padding:0}
    li{border:1px solid var(--line);border-radius:.5rem;padding:.75rem;margin:.75rem 0;\
    scroll-margin-top:6rem;overflow-wrap:anywhere}
    li.done{background:var(--pale);border-left:.5rem solid var(--team)}
    .number{display:inline-block;min-width:1.7em;text-align:center;border-radius:1em;\
    background:var(--team);color:var(--on)}
    .button,button{display:inline-block;min-height:44px;padding:.5rem 1rem;margin:.2rem .2rem .2rem 0;\
    border:2px solid var(--team);border-radius:.5rem;background:var(--back);color:var(--ink);\
    font:inherit;text-decoration:none}
    .go,button{background:var(--team);color:var(--on);font-weight:700}
    dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem .75rem;margin:.5rem 0}
    dt{color:var(--soft)}dd{margin:0}
    fieldset{border:0;margin:0;padding:0}
    label{display:block;margin:.4rem 0}
    .tick{font-weight:700;min-height:44px;padding:.6rem 0}
    input[type=checkbox]{width:1.5rem;height:1.5rem;vertical-align:middle;accent-color:var(--team)}
    select,textarea,input[type=datetime-local]{width:100%;min-height:44px;padding:.4rem;\
    font:inherit;color:var(--ink);background:var(--back);border:1px solid var(--line);\
    border-radius:.4rem}
    :focus-visible{outline:3px solid var(--ink);outline-offset:2px}
    .note{color:var(--soft);font-size:.9rem}
    .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    [hidden]{display:none}
    @media print{header{position:static}nav,.button,button{display:none}}
    """
  }
}
