"""The small issue with every kind of block in one of its stories, built once."""

from pathlib import Path

from tests.whole.workshop import GOOD, Workshop, copy_of, once

MIXED = """The workshop's students rebuilt an *optical* bench from discarded components, calibrating
interferometers with extraordinary patience；{𬭎|hóng}老师说，the measurements were reproducible。

## 三个问题

1. 第一个问题，谁来量。

   量的人先看尺。

2. 第二个问题：
   - 用什么量；
   - 在哪里量。

> 量它之前，先认得它。
>
> ——卫南书

| 班名 | 人数 | 备注 |
|---|---|---|
| 光电 | 24 | |
| 数控 | 8 | fast track |

名单：周岚、何翀、温雪。
"""


def mixed_workshop(shared: Path) -> Workshop:
    """Return the issue, made in a folder that all workers see."""

    def make(folder: Path) -> None:
        workshop = copy_of(GOOD, folder)
        (workshop.source / "articles" / "contest.md").write_text(MIXED, "utf-8")
        workshop.run("build")

    return Workshop(once(shared / "mixed", make))
