"""Turns of phrase that ask for money: for a paper, for space in it, for a place in its board.

They are in plain text. What follows a noun such as 版面费 or a price is left to the sentence: `telling`.
"""

from newsletter.checks.imprint import FIGURE
from newsletter.checks.phrases import Phrase, phrase

SUM = f"{FIGURE}(?:元|块钱?)(?:{FIGURE}角)?"
PAY = "(?:赞助|资助|[缴交][纳付]?|[收汇付]取?|酌收|附)"
MANUSCRIPTS = "(?:来稿|刊出|稿件|录用|刊用|用稿|投稿|发表者?|刊登(?!的)|署名)"

FEE_OF_AUTHORS = phrase(
    "予以 优先 刊出 刊用 刊登 包销 即可 发表 录用 投稿 挂名 方可 来稿 用稿 稿件 署名 认购 购书 费",
    "按(?:版|字数?|面积|篇)计费|挂名(?:编委|主编|作者)|作者[^,。;]{0,4}(?:购书|包销|认购)|(?:版面|审稿|页面(?:维持|处理)?|发表|刊登|加急)费"
    f"|{MANUSCRIPTS}[^。;!?]{{0,16}}{PAY}(?:[^。;,!?]{{1,6}}[费款]|[^。;,!?]{{0,4}}{SUM})"
    f"|{PAY}[^。;,!?稿]{{0,8}}(?:费|款|{SUM})[^。;!?]{{0,8}}(?:即可|方可|优先|予以)(?:署名|发表|刊[登发用]|录用|安排)",
)
FEE_OF_BOARD = phrase(
    "费",
    "(?:理事|会员|编委|协作|成员)(?:单位|会)?[^。;!?]{0,12}(?:[缴交][^。;,!?]{0,6}|收取)费"
    "|年费[^。;!?]{0,12}(?:理事|会员|编委|赠阅)|(?:会费|理事费|服务费|赞助费)[^。;!?]{0,16}(?:获赠|署名|编委|理事|赠阅)",
)
SUBSCRIBED = phrase(
    "全年 到付 报刊费: 报纸费 报费 收订 汇 续订 订刊 订户 订报 订数 邮费自理 附款",
    f"订报[款费]|(?<![申填上汇呈预电])报费(?=[已请由从每:]|$)|附款|订刊[款费]|报纸费|报刊费:|(?:收订|订户|订数)(?!单)|续订(?!了|合同|协议|期刊|报纸)|订全年"
    f"|全年[^,。;]{{0,6}}(?:征订|订阅|收订|{SUM}|寄送)|汇款?{SUM}"
    f"|(?:索[取要阅]|寄送|邮寄)[^。;]{{0,8}}(?:邮费自理|到付)",
)
PRICE_OF_PAPER = phrase(
    "仅收 仅需 加收 另加 另收 只要 只需 售价 定价 工本费 收成本费 收费 款到即寄 每期 订价 酌收 零售",
    f"每[份期册][^,。;的]{{0,2}}(?:收费|只需|只要|仅需|仅收|收成本费|收工本费|酌收)[^,。;]{{0,4}}{FIGURE}元"
    f"|(?:零售|售价|定价|订价)每[份期册本张]{FIGURE}元|每[份期册][^,。;的]{{0,2}}(?:另加|加收|另收)[^,。;]{{0,4}}{FIGURE}元|款到即寄|每期(?:仅|只)?{SUM}|工本费:?{FIGURE}(?:元|$)",
)
PRICE_ALONE = phrase(
    "价 费",
    f"^(?:[^,。;:]{{0,3}}[每一全][份本册期张套年])?(?:零售|批发|优惠|友情|定|售|订|单|工本)(?:价|费)格?(?:为|:)?(?:人民币|¥)?{FIGURE}(?:元|块|圆)?整?$",
)
"""A line that is nothing but a price."""

ASKED = (FEE_OF_AUTHORS, FEE_OF_BOARD, SUBSCRIBED, PRICE_OF_PAPER, PRICE_ALONE)


def of_itself_for_money(own: str) -> Phrase:
    """Return a sentence in which money and this publication stand together.

    ``own`` is a pattern of what it is called.
    """
    return phrase(
        "元 块 特价 补购 资助 赞助 订购 购买 订足 认购",
        f"(?:(?<![每一两三几这那基样成副资])(?:{own})(?![价告名])|合订本|缺期)[^。;!?]{{0,24}}(?:{SUM}|特价|补购|资助|赞助)"
        f"|(?:订购|购买|订足|认购)[^。;,!?]{{0,4}}{own}",
    )
