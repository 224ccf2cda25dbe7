import hashlib
import json
from pathlib import Path

import pikepdf


def spoil(workspace: Path) -> None:
    """Twelve pages on card: the press file is made longer, and its record with it."""
    dist = workspace / "dist/issue-001"
    file, record = dist / "issue-001.print.pdf", dist / ".build.json"
    with pikepdf.open(file, allow_overwriting_input=True) as pdf:
        for _copy in range(5):
            pdf.pages.extend(list(pdf.pages)[:2])
        pdf.save(file)
    data = json.loads(record.read_text("utf-8"))
    data["artifacts"][file.name] = hashlib.sha256(file.read_bytes()).hexdigest()
    record.write_text(json.dumps(data), "utf-8")
