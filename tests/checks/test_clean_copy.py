"""Clean copy is met with silence; what is almost a fault is let pass, what is one is found."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsletter.checks import open_desks
from newsletter.checks.agreement import value_of
from newsletter.copy_source import read_copy
from newsletter.diagnostics import Diagnostic, Span
from newsletter.issue import Article, Issue, Publication, Sheet
from newsletter.manuscript import Block, Edge, Manuscript, Paragraph, Run
from newsletter.normalise import normalise
from newsletter.rulebook import examine

open_desks()

CLEAN = (Path(__file__).parent / "clean.md").read_text("utf-8")
ARTICLES = tuple(sorted((Path(__file__).parent / "clean").glob("*.md")))
"""News, notices, speeches, interviews, letters, sports, science, accounts, verse, rolls: nothing is wrong."""
EDITORIAL = tuple(f"C{number:03}" for number in range(50, 100))


def findings(*paragraphs: str) -> tuple[Diagnostic, ...]:
    """Return what the rules about words say of copy."""
    set_right = (normalise(each).text for each in paragraphs)
    copy = tuple(
        Paragraph(Block.TEXT, (Run(text),), Span("a.md", line, 1, 1), edges=(Edge(0, line, 1),))
        for line, text in enumerate(set_right, start=1)
    )
    return examined("题目", Manuscript(copy))


def examined(headline: str, manuscript: Manuscript) -> tuple[Diagnostic, ...]:
    """Return what the rules say of a story's copy."""
    article = Article(id="a", file="a.md", headline=headline, source="某人", manuscript=manuscript)
    sheet = Sheet.model_validate({"number": 1, "date": "2026-09-28"})
    issue = Issue(
        slug="issue-001",
        workspace=Path(),
        folder=Path(),
        publication=Publication(),
        sheet=sheet,
        articles=(article,),
    )
    return tuple(each for each in examine(issue) if each.at is not None and each.at.file == "a.md")


def codes(*paragraphs: str) -> set[str]:
    return {each.rule.code for each in findings(*paragraphs)} & set(EDITORIAL)


@pytest.mark.parametrize("paragraph", [each for each in CLEAN.split("\n\n") if each.strip()])
def test_clean_copy_is_met_with_silence(paragraph: str) -> None:
    said = [(each.rule.code, each.message) for each in findings(paragraph.strip())]
    assert [each for each in said if each[0] != "C017"] == []


@pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.stem)
def test_clean_articles_are_met_with_silence(file: Path) -> None:
    copy = read_copy(file.read_text("utf-8"), "a.md")
    assert copy.heading is not None
    said = (*copy.reports, *examined(copy.heading.text, copy.manuscript))
    assert [(each.rule.code, each.message) for each in said] == []


def test_the_clean_copy_is_long_enough_to_say_something() -> None:
    assert len(CLEAN) + sum(len(file.read_text("utf-8")) for file in ARTICLES) > 6000


FOUND = (
    ("C050", "会议通过了AI.随后散会。"),
    ("C051", "读《一丝集》、《手记》。"),
    ("C052", "（十二）、自修室保持安静。"),
    ("C053", "12、自修室保持安静。"),
    ("C054", "笔、尺等……都在桌上。"),
    ("C055", "他想了想··· 又说。"),
    ("C056", "台灯亮了，、读者坐下。"),
    ("C057", "笔、尺、……都在桌上。"),
    ("C058", "他写了《读《呐喊》有感》。"),
    ("C059", "他说：“我们叫它“第二间教室”。”"),
    ("C060", "武汉－宜昌的车。"),
    ("C061", "读<手记>有感。"),
    ("C062", "提高了3～5%。"),
    ("C062", "提高了3.5—5.5%。"),
    ("C063", "走了三、四天。"),
    ("C063", "有七、八个人。"),
    ("C064", "二○二六年。"),
    ("C064", "一九九O年。"),
    ("C063", "走了两、三天。"),
    ("C063", "十七、八岁的人。"),
    ("C064", "二0二六年。"),
    ("C090", "周一-周五开放。"),
    ("C072", "2026年六月30日开会，7月1日散会。"),
    ("C077", "他也也来了。"),
    ("C088", "近百余人到场。"),
    ("C065", "来了3百人。"),
    ("C066", "花了3万5千元。"),
    ("C067", "来了10-15人。"),
    ("C067", "展期为3月15日-17日。"),
    ("C067", "定于10月18-19日举行。"),
    ("C067", "3月30日-4月2日放假。"),
    ("C067", "2015-2016学年结束了。"),
    ("C067", "每天8:00-11:30开放。"),
    ("C067", "学制2-3年。"),
    ("C091", "来了教师、学生、以及家长。"),
    ("C091", "有笔、尺、等文具。"),
    ("C091", "远离热源、火源、和可燃物料。"),
    ("C092", "上午8：30分开会。"),
    ("C092", "下午14时散会。"),
    ("C093", "跑出57”16的成绩。"),
    ("C093", "跑出48’28”的成绩。"),
    ("C094", "4x100米接力。"),
    ("C097", "依据校发[2026]8号文。"),
    ("C098", "一.报名时间"),
    ("C068", "重20KG。"),
    ("C069", "出勤率为101%。"),
    ("C070", "他今年1500岁了。"),
    ("C088", "约300多人到场。"),
    ("C088", "大约8时左右开会。"),
    ("C071", "98年9月毕业。"),
    ("C071", "05年毕业。"),
    ("C073", "4月31日开会。"),
    ("C074", "2026年9月28日（周二）开会。"),
    ("C074", "9月28日星期天开会。"),
    ("C075", "9月28日至8月3日。"),
    ("C077", "学校被被评为先进。"),
    ("C077", "我们我们都来了。"),
    ("C077", "分别荣获荣获一等奖。"),
    ("C078", "他们把意见归为三条。第一条是设备要用起来"),
)
LET_PASS = (
    "二〇二六年，四〇四室。",
    "六、七年级，一、二等奖，三、四楼，五、六月。",
    "3万元，5千克，20千米，100百分点之外的事不谈。",
    "比分3-2，电话027-00000000，型号A-204，日期2026-06-30。",
    "增长120%，翻了三番。就业率100%。",
    "90年过去了，一晃40年。",
    "约300人，300多人，8时左右，近几年，不到10次，约了三五个人左右看看。",
    "1988年9月，’98届毕业生。",
    "2月29日生日的同学，四年过一次。",
    "了了心愿，不了了之，为了了解情况，目的的确，的的确确。",
    "一步一步，一个一个，研究研究，讨论讨论。",
    "他在在校生名单里；温和和蔼；所在在校区。",
    "说的是是非；还是是这样；与会的与与会者。",
    "……。",
    "他说：“不犯错误，……这一点，要学。”",
    "…………",
    "不得收取版面费、工本费。",
    "“……”他没有说话。",
    "？！！这是怎么了？",
    "去吧！！！",
    "《读〈呐喊〉有感》，“他说‘好’”。",
    "图①—图③，北京—上海，1949—2026年。",
    "5km，20kg，60m²，5MB，220V，3D，5G。",
    "1.总则2.分则",
    "（一）总则（二）分则",
    "a<b且b>c。",
    "频率为50 Hz或60 Hz。",
    "由书记员签名，也可以由书记员署名。",
    "其他方式的基金的基金份额，航道的航道保护范围。",
    "我……等一等……再说。",
    "近三十多年来，近20多年间。",
    "参见附录。[12]",
    "他爱干什么干什么，一块儿一块儿地掰。",
    "首都都市圈，服从从属关系，面对对手。",
    "她说：“不说了不说了，都好了。”我们想往哪上往哪上。",
    "拨备覆盖率为150%，流动性覆盖率为120%。",
    "全国教育工作者大会、华夏时报社定于2024年3月20日举办论坛。",
    "警方很快赶到现场，两人都已脱险，没有人受伤。警方供图",
    "志愿者在路口引导老人过街，孩子们也跟着学。社区警务站供图 校新闻中心",
    "上联：满园桃李迎新岁，下联：一路书声到远方。横批：又是一年",
    "姚明说了啥？上下半场的表现判若两人都在这里",
    "快捷、及时的服务，等额、等边的图形，差额、等额选举，与会者、及格的人。",
    "爱国、和平、民主，王明、和志武、李强三人，友善、和谐的家。",
    "8：30开会，8时30分散会，讲了30分钟，14时开始，下午2时结束，晚上8时30分熄灯。",
    "“1984”37年前出版，“57”16人，’98届学生。",
    "10×60米接力，编号H264x265、A4，网址在0x12。",
    "校发〔2026〕8号，（2020）京01民终1号，《公告》（2015年）。",
    "一.二八事变",
    "以“传承红色基因 践行初心使命”为主题。",
    "编号2026-06-30，房间3-205，型号J21-10T，第3-2号。",
)


@pytest.mark.parametrize(("code", "text"), FOUND)
def test_a_fault_is_found(code: str, text: str) -> None:
    assert code in codes(text)


@pytest.mark.parametrize("text", LET_PASS)
def test_what_is_almost_a_fault_is_let_pass(text: str) -> None:
    assert codes(text) == set(), findings(text)


COPY = st.text("的了是在和一二三四五〇○O六、，。…《》“”（）<>1250%年月日-—～ 学院", max_size=40)


@given(COPY)
def test_fixes_replace_what_stands_there_and_leave_figures_alone(text: str) -> None:
    plain = normalise(text).text
    for each in findings(plain):
        if each.fix is None or each.at is None:
            continue
        start = each.at.column - 1
        assert plain[start : start + len(each.fix.old)] == each.fix.old
        kept = [char for char in each.fix.old if char.isdigit() and char.isascii()]
        assert kept == [char for char in each.fix.new if char.isdigit() and char.isascii()]
        after = plain[:start] + each.fix.new + plain[start + len(each.fix.old) :]
        assert len([one for one in findings(after) if one.fix]) <= len(
            [one for one in findings(plain) if one.fix]
        )


@given(COPY)
def test_places_lie_inside_the_copy(text: str) -> None:
    plain = normalise(text).text
    for each in findings(plain):
        assert each.at is not None
        assert 1 <= each.at.column <= max(1, len(plain)) and each.message and "{" not in each.message


@pytest.mark.parametrize(
    ("written", "value"),
    [("12", 12), ("1,200", 1200), ("3.5万", 35000), ("十", 10), ("三十二", 32), ("二百", 200), ("两千", 2000),
     ("三万二千", 32000), ("2亿", 2e8)],
)  # fmt: skip
def test_numbers_are_read(written: str, value: float) -> None:
    assert value_of(written) == value


@pytest.mark.parametrize(
    "piece", ["“", "《", "（", "<", "1", "1,", "月", "1月1日至", "、", "院长王", "的", "约1", "本报", "广告1"]
)
def test_crowds_of_one_thing_are_borne(piece: str) -> None:
    assert findings((piece * 5000)[:5000]) is not None
