"""The words of the generated pages in both languages; the rules carry their own names."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from gansu_reemployment.i18n import choose_locale, show

ZH: Final[Mapping[str, str]] = {
    # Rules
    "Rules in force": "历年规定",
    "rules-note": (
        "列出每一条规定的起止日期、依据文件和来源等级。"
        "按日期和地区查阅的，请使用[规定查询](../explorer.md)。"
    ),
    "Used by": "用于",
    "delegated to the level {} and those above it": "授权{}及以上各级自行规定",
    "national only": "全国统一规定，不授权地方",
    "Bounds of a local value from": "地方规定的限度，自",
    "at least": "不低于",
    "at most": "不高于",
    "No value is known.": "未查到取值。",
    "from": "起",
    "to": "止",
    "place": "地区",
    "value": "值",
    "document": "依据文件",
    "standing": "来源等级",
    "Last compared with the sources": "最近核对日期",
    # Documents
    "Documents": "规范性文件表",
    "Every document that the rules or their notes name.": "各项规定及其说明引用的规范性文件。",
    "symbol": "文号",
    "title": "标题",
    "issued": "发布日期",
    "in force": "施行日期",
    "rules that rest on it": "以其为依据的规定",
    "read at": "出处",
    "note": "说明",
    "text": "原文",
    # Local measures
    "Local measures": "地方措施",
    "local-note": (
        "本页列出本网站生成时已安装的插件所带的地方措施、地方条件和对结果的调整；它们只在该地区及其下级地区适用。"
        "写法见[编写地方措施](../../how-to/local-measure.md)。"
    ),
    "Conditions and adjustments": "地方条件和结果的调整",
    # Coverage
    "Read once, not found again": "曾查到原文、出处未再查到的",
    "lost-note": "来源等级为原文或者转引，而出处（网址）未再查到的规定行，使用前应当核对。",
    "Coverage": "覆盖范围",
    "coverage-note": (
        "本页列出各项措施所用规定最近一次与来源逐条核对的日期。全国一栏取各条规定中最早的日期；"
        "地区一栏列出自行作出规定的地区及其规定的核对日期。"
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
        "甘肃省人民政府2003年6月10日意见的附表《加快推进再就业工作任务分解表》，公开文本略去，未查到。"
        "下表按意见正文整理，共三项总目标（G1至G3）和75项任务（T01至T75）。任务的划分、编号和类别为整理时所加；"
        "正文未写明、属于推定的内容，在来源等级一栏注明，其余内容均见所注条款。"
    ),
    "By department": "按部门",
    "department-note": "部门名称照录正文；正文称“各部门”“有关部门”的，不逐一展开。",
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
        "下列名称用于填写事实文件，也是相应类的参数；填写方法见[办理一个个案](../../../how-to/explain-a-case.md)。"
        "情况不明的事实不填。"
    ),
    "facts-columns": "数据框的列：",
    "rules-of-measure-note": (
        "本页各项措施所适用的规定及其取值范围。“地方”一栏为“是”的，授权地区自行规定。"
        "点击规定，可查阅各时期的取值和依据文件。"
    ),
    "Codes": "代码",
    "In Python": "Python 程序",
    "fact": "事实",
    "; required": "；必填",
    "; default: {}": "；不填时按{}处理",
    "rule": "规定",
    "local": "地方",
    "code": "代码",
    "list: {}": "列表：{}",
    "by name: {}": "按名称列出：{}",
    "Value": "取值",
    "Columns": "列说明",
    "columns-note": (
        "数据框的列名与措施所需事实的名称一致。空值表示情况不明；方括号内的列可以不设。"
    ),
    "read": "读入",
    "added": "增加",
    "in Chinese": "名称",
    "meaning": "英文",
    "type": "类型",
    "codes or unit": "代码或单位",
    "yuan with up to two decimals (Decimal), or fen (Int64) with money='fen'": (
        "至多两位小数的元（Decimal）；写明 money='fen' 时为分（Int64）"
    ),
    "yuan (Decimal), or fen (Int64) with money='fen'": (
        "元（Decimal）；写明 money='fen' 时为分（Int64）"
    ),
    "Command line": "命令行",
}
#: Paragraphs, by their name.
EN: Final[Mapping[str, str]] = {
    "a region may set its own value": "a region may set its own value, down to the level",
    "rules-note": (
        "Every provision with its days, document and standing. To pick a day and a place, open "
        "the [explorer](../explorer.md)."
    ),
    "local-note": (
        "What the plugins bring that were installed when this site was made: measures, conditions "
        "and adjustments of places. They apply in the region and those below it, and nowhere else. "
        "See [Write a local measure](../../how-to/local-measure.md)."
    ),
    "coverage-note": (
        "The day on which the rules of a measure were last compared with their sources. For the "
        "nation it is the earliest day among the measure's rules; each region with rules of its "
        "own has a day of its own."
    ),
    "lost-note": (
        "Rows that were read or reported, and whose address was not found again. Check them "
        "before use."
    ),
    "tasks-note": (
        "The annex of the Gansu opinion of 2003-06-10 is omitted in print, and its contents are "
        "unknown. These rows are compiled from the text of the opinion: three headline targets, "
        "G1 to G3, and 75 tasks, T01 to T75. How they are divided, numbered and classed is "
        "editorial. A cell that the text does not state is assumed and listed under standing; "
        "every other cell is stated in the article."
    ),
    "department-note": (
        "Bodies are listed by their names in the text; 各部门 and 有关部门 are not expanded."
    ),
    "facts-note": (
        "These are the names in a file of facts and the arguments of the class. [Explain one case]"
        "(../../../how-to/explain-a-case.md) shows how values are written. "
        "Omit facts that are unknown."
    ),
    "facts-columns": "As columns of a frame:",
    "rules-of-measure-note": (
        "The rules that these measures read, with their possible values. If *local* is yes, a "
        "region may set its own value. Each rule links to its values by day and their documents."
    ),
    "columns-note": (
        "The columns of a frame have the names of the measure's facts. A null is an unknown fact. "
        "A column in brackets may be omitted."
    ),
}


def say(text: str, locale: str) -> str:
    """Return a word or paragraph of a page in *locale*."""
    return ZH[text] if choose_locale(locale) == "zh_CN" else EN.get(text, text)


def pair(name: str, value: Any, locale: str) -> str:
    """Write a value after its name."""
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
    """Write a day in figures, in a class that prevents a line break."""
    return f"[{value}]{{.day}}"


def shown(value: Any, locale: str) -> str:
    """Write a value as the explorer and the tables show it."""
    if value is True:
        return say("yes", locale)
    return show(value, locale)
