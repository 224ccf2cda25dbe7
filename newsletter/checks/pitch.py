"""A pitch: a sentence that sells without any word that only advertisements have.

Adverts are told from news by how much of their trade stands in one short sentence: a price, a trade, a
call, a way to answer, an act of sale, a boast. Three kinds together are a pitch, unless the sentence reports
who did or said something, or tells of the school's own services.
"""

import re
from collections.abc import Iterable, Iterator

from newsletter.checks.fees import SUM
from newsletter.checks.plain import Seen, seen_plain
from newsletter.checks.reading import Passage

LONGEST = 60
"""Characters: a longer sentence tells a story, and has a word of every kind sooner or later."""
ENOUGH = 3
PRICE = (
    f"{SUM}起?|半价|[特低底]价|专享价|优惠(?!政策)|折扣|特惠|[0-9一二三四五六七八九]折|包邮|退费|全退"
    f"|付款|一费制|大优|价优|价高者得|成本价|[有好]礼|送[^,。到给往达别行]{{1,4}}[箱包卡券品机票]|押一付"
    "|一单一结|[日天]结|[时日月]薪|可谈|零首付|免费(?:试|体验|领|评估)|月入"
)
TRADE = (
    "店(?!员)|驾校|驾照|学车|门诊|诊所|手术|整形|祛痘|植发|减肥|瘦身|视力|近视|口腔|整牙|民宿|公寓|宾馆"
    "|日租|租房|房源|楼盘|地产|现房|华府|商铺|门面|兼职|刷单|信用卡|开卡|银行|贷款|理财|保险|彩票|宽带"
    "|流量|套餐|家教|培训|辅导|考研|考公|四六级|专升本|留学|移民|中介|旅行社|旅游|日游|KTV|网吧|桌游"
    "|剧本杀|咖啡|奶茶|火锅|烧烤|零食|水果|蛋糕|鲜花|外卖|影楼|毕业照|健身|美容|美发|理发|洗剪吹|美甲"
    "|化妆品|保健|钙片|眼镜|手机|电脑|笔记本|球鞋|羽绒服|家电|空调|电动车|跑腿|搬家|保洁|家政|装修|打印"
    "|复印|名片|新品|同款|二手|旧书|旧教材|品牌|牌[^,。子照]|行业|销量|选型"
)
CALL = (
    "先到先得|从速|名额有限|售完|欢迎|快来|速来|赶快|抓紧|马上|立即|即刻|到店|进店|上门|到寝|送货|取件"
    "|包接送|体验|拎包|等你|你的|有效|一对一|时间自由|点击|添加|咨询|顾问|详[询情]|面议|报名|预约"
    "|预[订定]|找(?=[小老])|可购|均可|定格|您|前[0-9一二三四五六七八九十百]+[名位杯单]"
)
ANSWER = (
    "[0-9]{7,}|[0-9]{3,4}-[0-9]{3,4}-?[0-9]{3,4}|微信|QQ|私信|热线|扫码|链接|二维码|公众号|地址|地点"
    "|网点|来电|电话"
)
PRIVATE = "(?<![0-9])1[3-9][0-9]{9}(?![0-9])|微信同|QQ号?:?[0-9]{5,}"
SALE = (
    "出售|转让|出租|急[出售租]|租售|求购|收购|回收|销售|直销|热[卖销]|批发|代购|代办|办理|开业|开张"
    "|上市|招聘|订做|预订|可购|[现在]售|采摘"
)
BOAST = (
    "第一|领先|首选|最[佳优低好强]|国家级|独家|顶级|一流|精品|正宗|包过|不过退|无效|增强免疫|预防|疗效"
    "|根治|改善|矫正|无副作用|纯天然|特效|网红"
)
KINDS = tuple(map(re.compile, (PRICE, TRADE, CALL, ANSWER, PRIVATE, SALE, BOAST)))
PLACE = "(?!门口|[旁侧边]|对面|附近|后[面门])"
REPORTING = re.compile(
    "[了他她说们占]|去年|今年|前年|昨|连续|表示|介绍|据|同学|师生|学子|我[院校]|本[院校]"
    f"|(?:学院|学校|校医院|图书馆|食堂){PLACE}|(?:后勤|教务|保卫|财务|人事|学生|招生|就业|基建|国资)处"
    "|中心|老师|教师|社团|学生会|团委|党委|志愿|捐赠|奖学|助学|补贴|津贴|课程|选修|招生|物业|检修|讲座"
    "|考试|测试|体检|校园卡|一卡通|竞赛|大赛|专业|(?<!旧)教材|实训|实习|《"
)
"""Words of who did or said something, and of the school's own services."""
SENTENCE = re.compile("[^。!?]+")


def pitches(passages: Iterable[Passage]) -> Iterator[Seen]:
    """Return the sentences of passages that pitch."""
    yield from (each for each in seen_plain(passages, SENTENCE) if _is_pitch(each.found.group()))


def _is_pitch(sentence: str) -> bool:
    if len(sentence) > LONGEST or REPORTING.search(sentence):
        return False
    return sum(1 for each in KINDS if each.search(sentence)) >= ENOUGH
