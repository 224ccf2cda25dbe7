"""A PDF with faults planted on its pages, by the engine: ``python planted.py FOLDER`` writes planted.pdf."""

import sys
from pathlib import Path

from PIL import Image
from weasyprint import HTML

PAGES = """<html lang="zh"><title>页</title><style>
@page { size: 148mm 210mm; bleed: 3mm; margin: 15mm }
body { font-size: 9pt; color: device-cmyk(0 0 0 1) } p { margin: 0 }
section { break-after: page }
.tiny { font-size: 5pt } .hair { border-top: .02mm solid device-cmyk(0 0 0 1) }
.heavy, .edge { width: 30mm; height: 30mm; background: device-cmyk(.85 .85 .85 .85) }
.edge { position: absolute; left: -15mm; top: 100mm; background: device-cmyk(1 0 0 0) }
.half { width: 30mm; height: 30mm; opacity: .5; background: device-cmyk(1 0 0 0) }
</style>
<section><p>one</p><img src="photo.png" style="width: 80mm"></section>
<section><p class="tiny">two</p></section>
<section><p>three</p><div class="hair"></div></section>
<section><p>four</p><div class="heavy"></div></section>
<section><p>five</p><div class="edge"></div></section>
<section><p>six</p><div class="half"></div></section>
<section><p>seven</p></section>
<section><p>eight</p></section></html>"""


def main() -> None:
    """Write the file."""
    folder = Path(sys.argv[1])
    Image.effect_noise((302, 200), 80).convert("RGB").save(folder / "photo.png")
    (folder / "planted.html").write_text(PAGES, "utf-8")
    HTML(folder / "planted.html").write_pdf(folder / "planted.pdf")


if __name__ == "__main__":
    main()
