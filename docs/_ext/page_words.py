"""The words of the generated pages in both languages; the rules carry their own names."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from gansu_reemployment.i18n import choose_locale, show

ZH: Final[Mapping[str, str]] = {
    # Rules
    "Rules by day": "规定沿革",
    "nation": "全国",
    "latest value": "最近取值",
    "Values by day": "各时期取值",
    "Read by": "适用于",
    "Notes": "说明",
    "All rules": "全部规定",
    "This rule in the explorer": "在规定查询中查看",
    "Line of time; the table below has the same values.": "时间线；取值与下表相同。",
    "rules-note": (
        "列出各项规定最近的全国取值。点击规定，可查阅各时期取值、依据文件、来源等级和说明。"
        "按日期和地区查阅的，请使用[规定查询](../explorer.md)。"
    ),
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
    "issuers": "发布机关",
    "known by": "最迟发布于",
    "standing of the dates": "日期的来源等级",
    "replaced by": "后继文件",
    # Coverage
    "How sure": "来源情况",
    "how-sure-note": (
        "全国规定在各年7月1日有取值的项数，按来源等级分列；末行为全部规定行数。“无值”包括尚无规定、未查到和已经失效的。"
    ),
    "day": "日期",
    "was read": "原文",
    "reported": "转引",
    "assumed": "推定",
    "convention": "约定",
    "no value": "无值",
    "all rows": "全部规定行",
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
    "changes-note": "逐项更新只有英文，见<a href='../changelog.html'>英文的更新记录</a>。",
    "Rules": "规定",
    # Code
    "Library modules": "程序库模块",
    "Facts": "事实",
    "facts-note": (
        "下列名称用于填写事实文件，也是相应类的参数；填写方法见[办理一个个案](../../../how-to/explain-a-case.md)。"
        "情况不明的事实不填。"
    ),
    "facts-columns": "数据框的列：",
    "rules-of-measure-note": (
        "该项措施适用的规定及其全国取值，自“起”之日适用。“地方”一栏为“是”的，授权地区自行规定；"
        "地方取值见各项规定的页面。"
    ),
    "measures-note": (
        "各项措施按类列出。每项措施是经办机构（Bureau）的一个方法：填入事实和适用日期（on），返回办理结果。"
    ),
    "call-note": "以一个算例说明调用方法和输出。",
    "refusals-note": "不予批准的理由及其依据的规定。",
    "modules-note": (
        "程序各模块、各类的说明从源代码生成，只有英文，见下列英文页面。"
        "编程所需的名称集中在 `gansu_reemployment`、`.facts`、`.results`、`.registers`、`.sheets`、"
        "`.charts`、`.ledger` 和 `.plugins`。"
    ),
    "What it decides": "办理内容",
    "decide": "在网页上办理",
    "Call and output": "调用和输出",
    "Result": "结果",
    "Refusals": "不予批准",
    "refusal": "代码",
    "reason": "理由",
    "rules": "依据的规定",
    "method": "方法",
    "result": "结果",
    "field": "字段",
    "Classes": "类",
    "persons": "人员认定",
    "subsidies": "补贴",
    "loans": "贷款",
    "taxes": "税收",
    "targets": "目标任务",
    "Codes": "代码",
    "fact": "事实",
    "; required": "；必填",
    "; default: {}": "；不填时按{}处理",
    "rule": "规定",
    "local": "地方",
    "Added facts": "增加的事实",
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
        "The latest national value of each rule. Each rule links to its page: its values by day "
        "and place, their documents, standings and notes. To pick a day and a place, open the "
        "[explorer](../explorer.md)."
    ),
    "local-note": (
        "What the plugins bring that were installed when this site was made: measures, conditions "
        "and adjustments of places. They apply in the region and those below it, and nowhere else. "
        "See [Write a local measure](../../how-to/local-measure.md)."
    ),
    "how-sure-note": (
        "The number of national rules with a value on 1 July of each year, by standing; the last "
        "line counts all rows. Without a value are rules that do not apply yet or any longer, and "
        "those that were not found."
    ),
    "measures-note": (
        "Every measure by subject. A measure is a method of a bureau: it takes facts and the day "
        "*on*, and returns an outcome."
    ),
    "decide": "Decide a case in the page",
    "call-note": "A worked case, as it is called and what it prints.",
    "refusals-note": "The reasons for which it refuses, and the rules that they rest on.",
    "modules-note": (
        "Each module has a page, and each class a page of its own. What a program needs is in the "
        "rooms `gansu_reemployment`, `.facts`, `.results`, `.registers`, `.sheets`, `.charts`, "
        "`.ledger` and `.plugins`."
    ),
    "persons": "Persons",
    "subsidies": "Subsidies",
    "loans": "Loans",
    "taxes": "Taxes",
    "targets": "Targets",
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
        "The rules that the measure reads, with their national values from the day of each. If "
        "*local* is yes, a region may set its own value; the page of the rule lists it."
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


def named_table(
    heads: tuple[str, ...], rows: Iterable[tuple[Any, ...]], locale: str
) -> Iterator[str]:
    """Write a table whose third column is the English name, which a Chinese page does not need."""
    if choose_locale(locale) == "zh_CN":
        heads, rows = _without_third(heads), map(_without_third, rows)
    yield from table(heads, rows, locale)


def _without_third(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return (*row[:2], *row[3:])


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
