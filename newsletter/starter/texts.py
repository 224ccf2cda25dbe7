"""What stands in new files. Manifests speak Chinese: those who fill them in do."""

PUBLICATION = """\
# 出版物信息：照准印证逐项填写，每期都用。
name: 刊名                        # 与准印证一致
publisher: 编印单位
permit:
  label: 内部资料准印证号
  number: (鄂)0000—2026000/连     # 与准印证一字不差
  kind: serial                    # serial 连续性 | single 一次性
  province: 鄂
  valid_from: 2026-01-01
  valid_until: 2026-12-31
  approved: {title: 刊名, format: 四开四版, period: monthly, print_run: 1000}
notice: 内部资料 免费交流
recipients: 发送对象
printer: {name: 印刷单位, licence: (鄂)印证字0000号, province: 鄂}
press: newsprint                  # coated 铜版 | uncoated 胶版 | newsprint 新闻纸 | 印厂的配置文件
editors: {主编: 姓名一, 责任编辑: 姓名二, 校对: 姓名三}
# 付印前须签的环节，用 newsletter sign 签；不要求则写 []
sign_off: {required: [初审, 复审, 终审, 一校, 二校, 三校, 付印]}
"""

SHEET = """\
# 本期：期号、日期、版面。
number: 1                         # 期号
total: 1                          # 总期号
date: 2026-01-30
print: {date: 2026-02-02, run: 1000}
layout: tabloid
pages:
  - {page: 1, name: 要闻, articles: [welcome]}
  - {page: 2, name: 教学, articles: []}
  - {page: 3, name: 人物, articles: []}
  - {page: 4, name: 校园, articles: []}
"""

ARTICLES = """\
# 稿件清单：每篇一条，次序即版面次序。
- id: welcome
  file: articles/welcome.md
  headline: 第一篇稿件的标题
# kicker: 引题
# deck: 副题
  source: 党委宣传部 姓名           # 文末署名
  rank: lead                      # lead 头条 | major 重要 | standard 一般 | brief 短讯 | filler 补白
# photos: [unveiling]             # photos.yaml 里的图片
"""

WELCOME = """\
这里写正文，一段一空行。数字、标点照平时写，程序会提醒不合规范之处。

## 小标题

小标题前加两个井号。**这样**是黑体，*这样*是楷体。
"""

PHOTOS = """\
# 图片清单：每张一条。原图放进 photos/，程序不改动。
# - id: unveiling
#   file: photos/unveiling.jpg
#   caption: 图片说明
#   credit: 摄影者
#   focus: [0.5, 0.4]             # 裁切时必须保留的点（左、上起的比例）
#   consent: yes                  # 画面中的人同意刊登
"""

NEXT_ARTICLES = """\
# 稿件清单：每篇一条，次序即版面次序。newsletter new {slug} --article 标题 添加一篇。
# - id: opening
#   file: articles/opening.md
#   kicker: 引题
#   headline: 主题
#   headline_style: vertical     # 竖排标题；不写即横排
#   deck: 副题
#   byline: 本院通讯员 姓名
#   source: 部门 姓名
#   rank: lead                    # lead 头条 | major 重要 | standard 一般 | brief 短讯 | filler 补白
#   photos: [opening]
"""

FIRST_ISSUE = {
    "issue.yaml": SHEET,
    "articles.yaml": ARTICLES,
    "articles/welcome.md": WELCOME,
    "photos.yaml": PHOTOS,
}

UNITED = "issues/*/sign_off.yaml merge=union\n"
"""Signatures given on two branches are all kept when these are merged; each is one line."""
README_ZH = """\
# 编辑部工作区

| 文件 | 内容 |
| --- | --- |
| `issues/publication.yaml` | 刊名、准印证、编印单位、印刷单位、编辑名单 |
| `issues/issue-001/issue.yaml` | 期号、日期、版面安排 |
| `issues/issue-001/articles.yaml` 与 `articles/*.md` | 稿件清单与正文 |
| `issues/issue-001/photos.yaml` 与 `photos/` | 图片清单与原图 |
| `layouts/` | 本单位自己的版式，可空 |
| `dist/` | 做出来的文件，可随时删除 |

```
newsletter check            检查最新一期
newsletter plan             看版样：哪篇溢文，哪版欠文
newsletter build            做出送审稿
newsletter preview          在终端里看版面
newsletter build --press    做出付印文件
newsletter new              按上一期的样子开下一期
newsletter explain L001     一条规则为什么
```
"""

README_EN = """\
# An editors' workspace

| file | contents |
| --- | --- |
| `issues/publication.yaml` | name, permit, publisher, printer, editors |
| `issues/issue-001/issue.yaml` | number, dates, page plan |
| `issues/issue-001/articles.yaml` and `articles/*.md` | the list of stories and their copy |
| `issues/issue-001/photos.yaml` and `photos/` | the list of photos and the originals |
| `layouts/` | layouts of your own, may be empty |
| `dist/` | everything made; safe to delete |

```
newsletter check            check the newest issue
newsletter plan             the dummy: what is overset, what is short
newsletter build            a draft for review
newsletter preview          the pages in the terminal
newsletter build --press    the file for the print shop
newsletter new              the next issue from the last one's furniture
newsletter explain L001     why a rule is one
```
"""

LAYOUTS_ZH = (
    "这里放本单位自己的版式，每个一个文件夹；同名时先于随程序提供的版式。`newsletter layouts` 列出全部。\n"
)
LAYOUTS_EN = (
    "Layouts of your own, a folder each; they win over those that come with the tool. "
    "`newsletter layouts` lists all.\n"
)
LAYOUT_ZH = """\
# 版式 {name}

由 {model} 复制而来：数字都在 `layout.yaml`，模板和样式表仍用 {model} 的；要改哪个，就把那个文件
（如 `style.css.j2`）复制到这里再改，这里的优先。各个数字管什么，见随程序提供的 `layouts/{model}/README.md`。

改完先看，再用：

```
newsletter layouts                        列出版式；有错的说明错在哪一行
newsletter specimen --layout {name}       用这套字号排一张样张
newsletter plan                           issue.yaml 写上 layout: {name} 之后，看每版满不满
```
"""

LAYOUT_EN = """\
# The layout {name}

Copied from {model}: all numbers are in `layout.yaml`; templates and style sheet are still those of {model}.
Copy the file that you want to change, such as `style.css.j2`, into this folder: it wins. What each number
does is told in `layouts/{model}/README.md`, which comes with the tool.

Look before you use it:

```
newsletter layouts                        the layouts, and in which line one is at fault
newsletter specimen --layout {name}       a sheet set in its type
newsletter plan                           with layout: {name} in issue.yaml: what is over, what is short
```
"""
README = {"zh_CN": README_ZH, "en": README_EN}
LAYOUTS = {"zh_CN": LAYOUTS_ZH, "en": LAYOUTS_EN}
LAYOUT = {"zh_CN": LAYOUT_ZH, "en": LAYOUT_EN}
