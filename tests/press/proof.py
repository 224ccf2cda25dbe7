"""A small proof as the engine writes it: two pages on their sheets, with everything a page may hold.

Run as a script, so that the engine and its font configuration stay out of the test process:
``python proof.py FOLDER`` writes ``proof.pdf`` into the folder.
"""

import os
import sys
from pathlib import Path

WIDTH, HEIGHT, BORDER, BLEED = 148, 210, 12, 3
FONTS = Path(__file__).parents[2] / "fonts"

STYLE = f"""
@page {{ size: {WIDTH + 2 * BORDER}mm {HEIGHT + 2 * BORDER}mm; margin: 0 }}
html {{ font: 10pt/15pt "Newsletter Song"; color: device-cmyk(0 0 0 1) }}
body {{ margin: 0 }}
section {{ position: relative; width: {WIDTH + 2 * BORDER}mm; height: {HEIGHT + 2 * BORDER}mm }}
section + section {{ break-before: page }}
section > * {{ position: absolute; margin: 0; left: {BORDER + 10}mm }}
.tint {{ left: {BORDER - BLEED}mm; top: {BORDER - BLEED}mm; width: {WIDTH + 2 * BLEED}mm; height: 30mm;
  background: device-cmyk(0 0 .1 .1) }}
.name {{ top: {BORDER + 5}mm; font: 24pt "Newsletter Masthead"; color: device-cmyk(0 1 1 .1) }}
.notice {{ top: {BORDER + 5}mm; left: {BORDER + 90}mm }}
.number {{ top: {BORDER + 11}mm; left: {BORDER + 90}mm }}
.permit {{ top: {BORDER + 18}mm; left: {BORDER + 60}mm }}
h1 {{ top: {BORDER + 32}mm; font: 900 20pt/30pt "Newsletter Song"; white-space: nowrap }}
.leg {{ top: {BORDER + 46}mm; white-space: pre }}
.half {{ font-feature-settings: "halt" }}
.wide {{ letter-spacing: .02em }}
.rule {{ top: {BORDER + 110}mm; width: 60mm; border-top: .5pt solid device-cmyk(0 0 0 1) }}
img {{ top: {BORDER + 115}mm; width: 40mm; height: 30mm }}
.reverse {{ top: {BORDER + 150}mm; color: device-cmyk(0 0 0 0); background: device-cmyk(1 .5 0 .1) }}
.frame {{ top: {BORDER + 160}mm; width: 30mm; height: 10mm; border: 1pt solid device-cmyk(0 1 1 .1);
  border-radius: 2mm }}
.veil {{ top: {BORDER + 175}mm; width: 30mm; height: 10mm; background: device-cmyk(1 0 0 0); opacity: .5 }}
.imprint {{ top: {BORDER + 190}mm; font-size: 7.5pt; line-height: 10pt }}
.slug {{ top: {BORDER + HEIGHT + 6.5}mm; left: {BORDER + 6}mm; font: 7pt "Newsletter Hei"; white-space: nowrap }}
"""

LEG = """<p class=leg><span class=wide>成立大会在学院礼堂举行<span class=half>，</span>三十余家</span>
企业参加。校长说：“产教融合”
是学院办学的根本。</p>"""

FRONT = """<section><div class=tint></div><div class=name>光谷产教之窗</div>
<div class=notice>内部资料 免费交流</div><div class=number>第6期　总第128期</div>
<div class=permit>湖北省内部资料准印证号　(鄂)4201—2026000/连</div>
<h1>产教联合体成立</h1>{leg}<div class=rule></div><img src=photo.jpg>
<div class=reverse>今日导读</div><div class=frame></div>
<div class=slug>光谷产教之窗 第6期 第1版</div></section>"""

BACK = """<section><div class=tint></div><h1>名师张𬭎 Window 2026</h1>{leg}<img src=photo.jpg>
<div class=veil></div><div class=imprint>编印单位：示例职业技术学院　发送对象：校内各部门、各二级学院<br>
印刷单位：示例印务有限公司　印刷日期：2026年7月2日　印数：3,000份</div>
<div class=slug>光谷产教之窗 第6期 第2版</div></section>"""


def write(folder: Path) -> None:
    """Write the proof and its photo."""
    (folder / "fonts.conf").write_text(
        f'<?xml version="1.0"?><fontconfig><dir>{FONTS}</dir><cachedir>{folder}</cachedir></fontconfig>'
    )
    os.environ["FONTCONFIG_FILE"] = str(folder / "fonts.conf")
    from PIL import Image
    from weasyprint import HTML

    Image.new("CMYK", (400, 300), (30, 60, 90, 20)).save(folder / "photo.jpg", quality=90)
    pages = FRONT.format(leg=LEG) + BACK.format(leg=LEG)
    html = f'<html lang="zh-CN"><title>试验</title><style>{STYLE}</style><body>{pages}</body></html>'
    HTML(string=html, base_url=f"{folder}/").write_pdf(folder / "proof.pdf")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
