"""The words of the generated pages in both languages; the rules bring their names along."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from gansu_reemployment.i18n import choose_locale, show

ZH: Final[Mapping[str, str]] = {
    # Rules
    "Rules in force": "现行规定",
    "rules-note": (
        "每一条规定的起止日期、依据文件和来源等级。"
        "按日期和地区查看，请用[规定查询](../explorer.md)。"
    ),
    "Used by": "用于",
    "a region may set its own value": "授权地方自行规定，最低级别",
    "national only": "全国统一规定",
    "Bounds of a local value from": "地方规定的限度，自",
    "at least": "不低于",
    "at most": "不高于",
    "No value is known.": "没有已知的值。",
    "from": "起",
    "to": "止",
    "place": "地区",
    "value": "值",
    "document": "依据文件",
    "standing": "来源等级",
    "Last compared with the sources": "最近核对日期",
    # Documents
    "Documents": "规范性文件表",
    "Every document that the rules or their notes name.": "各项规定及其说明提到的全部规范性文件。",
    "symbol": "文号",
    "title": "标题",
    "issued": "发布日期",
    "in force": "施行日期",
    "rules that rest on it": "所依据的规定",
    "read at": "出处",
    "note": "说明",
    "text": "原文",
    # Coverage
    "Read once, not found again": "曾经读到、未再查到的",
    "lost-note": "来源等级为原文或转引，而出处（网址）至今没有再查到的各行。使用前请自行核对。",
    "Coverage": "覆盖范围",
    "coverage-note": (
        "一项措施的各条规定最近一次与来源逐条核对的日期。全国一栏取其中最早的日期；"
        "各地区一栏列出自行规定的地区和该地区规定的核对日期。"
    ),
    "Measures": "政策措施",
    "measure": "措施",
    "name": "名称",
    "in columns": "可按列计算",
    "nation, last checked": "全国，最近核对",
    "regions with rules of their own, last checked": "自行规定的地区，最近核对",
    "yes": "是",
    "no": "否",
    "Regions": "地区",
    "region": "地区",
    "level": "级别",
    "rules of its own": "自行规定的条目",
    "last checked": "最近核对",
    "from the distribution": "来自软件包",
    "not known": "不详",
    # Tasks
    "Source": "依据",
    "number": "编号",
    "Task table": "任务分解表",
    "tasks-note": (
        "甘肃省人民政府2003年6月10日意见的附表《加快推进再就业工作任务分解表》原文略去，内容未见。"
        "下列各行按意见正文重新编列：三项总目标（G1至G3）和75项任务（T01至T75）。任务的划分、编号和类别由编者所加；"
        "来源等级一栏写明哪些内容正文没有写明，属于推定，其余内容见于所注条款。"
    ),
    "By department": "按部门",
    "department-note": "部门名称照录正文，所称“各部门”“有关部门”等不作归并。",
    "By deadline": "按期限",
    "By rhythm": "按频次",
    "All tasks": "全部任务",
    "department": "部门",
    "leads": "牵头",
    "cooperates": "配合",
    "deadline": "期限",
    "rhythm": "频次",
    "tasks": "任务编号",
    "none": "未写明",
    "article": "条款",
    "task": "任务",
    "departments": "责任单位",
    "when": "期限或频次",
    "urgency": "时限用语",
    "lead": "牵头",
    "cooperating": "配合",
    "levels": "层级",
    "rhythms": "频次",
    "indicator": "指标",
    "preamble": "序言",
    "closing": "结尾",
    # Changes
    "Not released yet": "尚未发布",
    "Rules": "规定",
    "Features": "功能",
    "Fixes": "修正",
    "Documentation": "文档",
    "Removals": "移除",
    # Code
    "Further modules": "其他模块",
    "Library modules": "程序库模块",
    "Facts": "事实",
    "facts-note": (
        "下列名称用于事实文件，也是相应类的参数；写法见[说明一个个案](../../../how-to/explain-a-case.md)。"
        "无人知道的事实不写。"
    ),
    "facts-columns": "数据框的列：",
    "rules-of-measure-note": (
        "算出这些措施所用的规定，以及各条规定的值可以是什么；“地方”一栏为“是”的，地区可以自行规定。"
        "点击规定可查看各时期的值和依据文件。"
    ),
    "Codes": "代码",
    "In Python": "Python 程序",
    "fact": "事实",
    "; must be given": "；必须写",
    "; if left out: {}": "；不写时为{}",
    "rule": "规定",
    "local": "地方",
    "code": "代码",
    "list: {}": "列表：{}",
    "by name: {}": "按名称列出：{}",
    "Value": "取值",
    "Columns": "列说明",
    "columns-note": (
        "数据框的列名就是措施所用事实的名称。空值表示无人知道的事实；方括号内的列可以没有。"
    ),
    "read": "读入",
    "added": "增加",
    "in Chinese": "名称",
    "meaning": "英文",
    "type": "类型",
    "codes or unit": "代码或单位",
    "fen (Int64), or yuan with up to two decimals (Decimal)": (
        "分（Int64），或至多两位小数的元（Decimal）"
    ),
    "fen, or yuan if asked for": "分，也可要求为元",
    "Command line": "命令行",
}
#: Paragraphs, by their name.
EN: Final[Mapping[str, str]] = {
    "a region may set its own value": "a region may set its own value, down to the level",
    "rules-note": (
        "Every provision with its days, document and standing. To pick a day and a place, open "
        "the [explorer](../explorer.md)."
    ),
    "coverage-note": (
        "The day on which somebody last compared the rules of a measure with their sources. For "
        "the nation it is the earliest day of the measure's rules; each region that sets rules "
        "of its own has the day of those."
    ),
    "lost-note": (
        "Rows that were read or reported, and whose address was not found again. Check them "
        "before use."
    ),
    "tasks-note": (
        "The annex of the Gansu opinion of 2003-06-10 is printed only as left out, and its "
        "contents are not known. These rows are rebuilt from the text of the opinion: three "
        "headline targets, G1 to G3, and 75 tasks, T01 to T75. Their cutting, numbers and kinds "
        "are editorial. What the text does not state is assumed, and named under standing; the "
        "rest stands in the article."
    ),
    "department-note": (
        "A body stands here under the name of the text; 各部门 or 有关部门 are not resolved."
    ),
    "facts-note": (
        "The names in a file of facts, and the arguments of the class; [Explain one case]"
        "(../../../how-to/explain-a-case.md) tells how values are written. "
        "Omit facts that are unknown."
    ),
    "facts-columns": "As columns of a frame:",
    "rules-of-measure-note": (
        "What the measures here read of the law, and what a value of it may be. Where *local* "
        "is yes, a region may set its own. A rule leads to its values by day, with their documents."
    ),
    "columns-note": (
        "The columns of a frame are named like the facts of the measure. A null is a fact that "
        "nobody knows. A column in brackets may be left out."
    ),
}


def say(text: str, locale: str) -> str:
    """Give a word or paragraph of a page in *locale*."""
    return ZH[text] if choose_locale(locale) == "zh_CN" else EN.get(text, text)


def pair(name: str, value: Any, locale: str) -> str:
    """Set a value beside its name."""
    colon = "：" if choose_locale(locale) == "zh_CN" else ": "
    return f"{name}{colon}{show(value, locale)}"


def table(heads: Iterable[str], rows: Iterable[Iterable[Any]], locale: str) -> Iterator[str]:
    """Write a table, its heads in *locale*."""
    said = [say(head, locale) for head in heads]
    yield "| " + " | ".join(said) + " |"
    yield "|" + "---|" * len(said)
    for row in rows:
        yield "| " + " | ".join(cell(value, locale) for value in row) + " |"
    yield ""


def cell(value: Any, locale: str) -> str:
    """Write a value into a cell."""
    if isinstance(value, date):
        return day(value)
    return "" if value is None else shown(value, locale).replace("|", "\\|")


def day(value: date) -> str:
    """Write a day in figures, which no line breaks."""
    return f"[{value}]{{.day}}"


def shown(value: Any, locale: str) -> str:
    """Write a value as the explorer and the tables show it."""
    if value is True:
        return say("yes", locale)
    return show(value, locale)
